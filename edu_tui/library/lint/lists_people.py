"""What the rules on people look for: names for people, promises, blame and threats.

Claims are patterns, each with what to write instead; they see small letters and straight apostrophes.
"""

from __future__ import annotations

STIGMA = {
    "addict": "person with a substance use disorder",
    "addicts": "people with a substance use disorder",
    "alcoholics": "people with a drinking problem",
    "epileptics": "people with epilepsy",
    "diabetics": "people with diabetes",
    "schizophrenics": "people with schizophrenia",
    "attention-seeking": "say what the person does",
    "committed suicide": "died by suicide",
    "commit suicide": "die by suicide",
    "commits suicide": "dies by suicide",
    "confined to a wheelchair": "uses a wheelchair",
    "crazy": "say what is meant",
    "drug abuse": "drug use",
    "drug abuser": "person who uses drugs",
    "drug abusers": "people who use drugs",
    "failed suicide": "suicide attempt",
    "failed treatment": "treatment that did not help",
    "failed the treatment": "the treatment did not help",
    "insane": "say what is meant",
    "junkie": "person who uses drugs",
    "junkies": "people who use drugs",
    "lunatic": "say what is meant",
    "mentally ill person": "person with a mental illness",
    "non-compliance": "say what got in the way",
    "non-compliant": "say what got in the way",
    "noncompliance": "say what got in the way",
    "noncompliant": "say what got in the way",
    "psycho": "say what is meant",
    "stroke victim": "person who had a stroke",
    "stroke victims": "people who had a stroke",
    "substance abuse": "substance use",
    "substance abuser": "person with a substance use disorder",
    "substance abusers": "people with a substance use disorder",
    "successful suicide": "suicide death",
    "the elderly": "older adults",
    "the handicapped": "people with a disability",
    "the mentally ill": "people with a mental illness",
    "unsuccessful suicide": "suicide attempt",
    "victim of depression": "person with depression",
    "wheelchair-bound": "uses a wheelchair",
}
STIGMA_ES = {
    "adicto": "persona con un trastorno por consumo de sustancias",
    "adictos": "personas con un trastorno por consumo de sustancias",
    "drogadicto": "persona que consume drogas",
    "drogadictos": "personas que consumen drogas",
    "esquizofrénicos": "personas con esquizofrenia",
    "diabéticos": "personas con diabetes",
    "alcohólicos": "personas con un problema con el alcohol",
    "epilépticos": "personas con epilepsia",
    "minusválido": "persona con discapacidad",
    "minusválidos": "personas con discapacidad",
    "enfermo mental": "persona con una enfermedad mental",
    "enfermos mentales": "personas con una enfermedad mental",
    "cometió suicidio": "murió por suicidio",
    "cometer suicidio": "morir por suicidio",
    "postrado en una silla de ruedas": "usa silla de ruedas",
    "los ancianos": "las personas mayores",
    "loco": "diga lo que quiere decir",
    "loca": "diga lo que quiere decir",
}
_AFTER = r"(?=[.,;:!?)\n]|$| (?:who|is|was|may|might|can|could|should|must|has|had|needs?|will|with|at|on|takes?|does|feels?|than|if|when|because|like)\b)"
LABEL = (
    rf"\b(?:an?|the|each|every|any|this|that) (?:alcoholic|diabetic|epileptic|schizophrenic|asthmatic|anorexic|bulimic|hemophiliac|paraplegic|quadriplegic){_AFTER}"
    rf"|\b(?:an?|the) (?:cripple|invalid|retard){_AFTER}"
)
"""A word for an illness as a word for a person: nothing follows that it could tell more of."""
LABEL_ES = (
    r"\b(?:un|una|el|la|cada) (?:alcohólic[oa]|diabétic[oa]|epiléptic[oa]|esquizofrénic[oa]|asmátic[oa])"
    r"(?=[.,;:!?)\n]|$| (?:que|es|era|puede|debe|tiene|necesita|con|en|si|cuando)\b)"
)
LABEL_ADVICE = {
    "en": 'put the person first, "a person with ..."',
    "es": 'primero la persona, "una persona con ..."',
}
_SURE = r"(?:100 ?(?:%|percent|per cent)|completely|totally|perfectly|entirely|absolutely|always)"
_IT = r"(?:it|this|that|we|treatment|ketamine|esketamine|(?:this|the|our) (?:treatment|spray|drip|medicine|medication|therapy|method|program|surgery|test|session|device|pill|drug))"
_LASTING = r"(?:depression|anxiety|ptsd|(?:chronic )?pain|addictions?|alcoholism|diabetes|asthma|arthritis|dementia|alzheimer's|bipolar disorder|schizophrenia|autism|copd|lupus|migraines?|epilepsy|high blood pressure|(?:any|every|all) \w+)"
CLAIMS: dict[str, dict[str, str]] = {
    "en": {
        rf"\b{_SURE} (?:safe|effective|harmless|painless|reliable|certain)\b": "say what the risks are, and how many of 100 it helps",
        r"\b(?:there (?:are|is)|(?:it|this|which|that|treatment|spray|drip|medicine|surgery|test) (?:has|have|carries|comes with|poses)) (?:absolutely )?(?:no|zero) (?:known |real )?(?:risks?|side effects?|dangers?|downsides?)\b": "say which there are",
        r"\b(?:without|free of) (?:any |all )?(?:risks?|side effects?|danger)\b|\brisk[- ]free\b|\bno risks? (?:at all|to you|whatsoever)\b|\bno side effects at all\b": "say which there are",
        rf"\b{_IT} (?:cannot|can't|will not|won't) (?:fail|harm you|hurt you|go wrong)\b|\b{_IT} never (?:fails|harms|hurts|goes wrong|lets you down)\b|\bnever fails\b": "say how often it does not help",
        rf"\b(?:will|{_IT}) always (?:works?|helps?|heals?|succeeds?)\b": "say how many of 100 it helps",
        r"\b(?:works?|helps?|heals?|succeeds?) (?:every (?:single )?time|each time|for everyone|for everybody|for all|on everyone|without fail|in every case|in all cases|100 ?(?:%|percent)|every (?:single )?(?:patient|person|one)|like magic|everyone|everybody)\b": "say how many of 100 it helps",
        rf"\b{_IT} (?:will |can )?cures?\b(?! (?:most|many|some|half|about|nearly|almost|certain|early|\d|(?:the |an? |this |your |bacterial |skin )?(?:infections?|strep|pneumonia|hepatitis|tuberculosis|tb|malaria|worms?|cancers?|cataracts?)))|\bcures? (?:for |your |all |most )?{_LASTING}\b|\bcured of (?:your )?{_LASTING}\b|\b(?:will|can) cure you\b": "say how many of 100 it helps, and for how long",
        r"\byou(?: will|'ll) be (?:cured|healed|pain[- ]free|free of (?:all )?(?:pain|symptoms|depression)|your old self)\b": "say how many of 100 feel better",
        r"\b(?:takes?|taking|remov\w+|end|ends|ending|eras\w+|stops?|stopping|wipes? out) (?:away )?all (?:of )?(?:your|the) (?:pain|symptoms|worries|problems|sadness|fears?)\b|\b(?:gone|away|better|healed) (?:for good|forever)\b|\bnever (?:come back|have (?:any )?(?:pain|symptoms) again|feel (?:pain|sad|depressed) again)\b": "say how much it helps, and how many",
        r"\bguarante(?:e|es|ed)\b": "say how many of 100",
        r"\bsafe and effective\b": "say how many it helps, and what the risks are",
        r"\b(?:nobody|no one) (?:gets|has|feels|had|has ever had) (?:any )?(?:side effects|problems|worse|sick|harm(?:ed)?)\b|\bnothing can go wrong\b|\beveryone (?:gets|feels) better\b": "say how many of 100 do",
        r"\b(?:miracles?|miraculous|wonder drugs?|magic (?:pill|cure)|game[- ]chang(?:er|ing)|revolutionary|life-changing (?:treatment|results?|drug|spray|therapy)|proven to work)\b|\bmagical\b(?! thinking)|\bbreakthrough\b(?! (?:pain|bleeding|infections?|seizures?|cases?|covid))": "say what happens, in plain words",
    },
    "es": {
        r"\b(?:100 ?%|cien por ciento|totalmente|completamente|absolutamente|siempre) (?:segur[oa]s?|efectiv[oa]s?|eficaz|inofensiv[oa]s?)\b": "diga cuáles son los riesgos y a cuántos de 100 ayuda",
        r"\b(?:no (?:hay|tiene|existe|presenta) (?:ningún )?|sin (?:ningún )?)(?:riesgos?|efectos secundarios|peligros?)\b": "diga cuáles hay",
        r"\bnunca falla\b|\bno (?:puede fallar|falla nunca)\b|\b(?:siempre (?:funciona|ayuda|cura)|funciona (?:siempre|cada vez|para todos|en todos los casos)|ayuda a todos)\b": "diga a cuántos de 100 ayuda",
        r"\bcura(?:rá|n|mos)? (?:la |el |su |toda la |los |las )?(?:depresión|ansiedad|dolor|adicción|diabetes|asma|artritis|demencia|alcoholismo|esquizofrenia|migrañas?)\b|\b(?:lo|la|le) curará\b|\b(?:quedará|estará) curad[oa]\b": "diga a cuántos de 100 ayuda",
        r"\b(?:quita|quitará|elimina|eliminará) (?:todo (?:el|su) dolor|todos los síntomas|todos sus síntomas)\b|\bpara siempre\b": "diga cuánto ayuda, y a cuántos",
        r"\bgarantiza(?:d[oa]s?|mos|n)?\b|\bgarantía de (?:éxito|curación)\b": "diga a cuántos de 100 ayuda",
        r"\bmilagros?[oa]?s?\b|\brevolucionari[oa]\b|\bseguro y efectivo\b": "diga lo que pasa, con palabras sencillas",
    },
}
HARSH = (
    r"\b(?:is|was|be) (?:all )?your (?:own )?fault\b|\byour own fault\b|\bonly (?:have )?yourself to blame\b|\byou (?:have )?(?:brought|did) (?:it|this) (?:up)?on yourself\b"
    r"|\byou (?:should have known|should know better|failed to|refused to|neglected to|were careless|were lazy|are careless|are lazy|forgot again|have no excuse)\b|\bshould have known better\b|\b(?:there is )?no excuse for\b|\bif you had (?:only )?(?:listened|lost weight|quit|stopped|come sooner)\b"
    r"|\b(?:bad|good|difficult|lazy|careless) patients? (?:do|does|will|never|always|don't|doesn't)\b|\bdo as you are told\b|\byou must obey\b"
    r"|\bor (?:else )?you (?:will|'ll|could) die\b|\bor else\b(?=[.,!]|$)|\b(?:it|this|that|smoking|alcohol|sugar|salt|fat|drugs) will kill you\b|\byou(?: will|'ll) (?:die|regret|be sorry|pay the price|end up (?:dead|blind|in a grave))\b"
    r"|\b(?:ruin|destroy|wreck)s? your (?:life|family|body)\b|\bhorrible death\b|\bdigging your own grave\b"
)
HARSH_ES = (
    r"\b(?:es|fue|será) (?:su )?culpa suya\b|\b(?:es|fue|será) su (?:propia )?culpa\b|\bdebería haberlo sabido\b|\busted (?:se negó a|no quiso|fue descuidad[oa])\b|\bsi hubiera (?:venido|dejado|escuchado)\b"
    r"|\bo (?:si no )?se (?:va a morir|morirá)\b|\b(?:lo|la|le) va a matar\b|\bse arrepentirá\b|\barruinará su vida\b"
)
