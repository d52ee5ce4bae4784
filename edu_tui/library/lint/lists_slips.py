"""Common slips in spelling and grammar, and what to write instead.

Grammar slips are patterns; they see small letters and straight apostrophes.
"""

from __future__ import annotations

TWICE = """the a an and or of to in is are your you for with it on at be if not we he she they will can may
from by as this but el la los las de que en y un una con por para su se o"""
"""Words that are never meant twice in a row."""

_PAIRS = """
medecine medicine|medecines medicines|medicin medicine|medicins medicines|medcine medicine|medicaton medication|presciption prescription|perscription prescription
perscribed prescribed|docter doctor|docters doctors|hosptial hospital|hospitol hospital|nurce nurse|pharmasist pharmacist|pharmicist pharmacist|pharmacyst pharmacist|appointement appointment
apointment appointment|appointmant appointment|tommorow tomorrow|tommorrow tomorrow|tomorow tomorrow|recieve receive|recieved received|recieves receives|beleive believe|releive relieve
releif relief|seperate separate|seperately separately|definately definitely|occured occurred|occuring occurring|untill until|begining beginning|neccessary necessary|necesary necessary
symtom symptom|symtoms symptoms|symptons symptoms|sympton symptom|diahrea diarrhea|diarhea diarrhea|diarrea diarrhea|stomache stomach|stomachs stomachs|surgury surgery|sugery surgery|surgeries surgeries
anesthsia anesthesia|anasthesia anesthesia|temperture temperature|temprature temperature|bleading bleeding|breathe-in breathe in|excercise exercise|excersise exercise|exersise exercise|alchohol alcohol
alcohal alcohol|dizzyness dizziness|dizzines dizziness|nausia nausea|naseau nausea|nausious nauseous|vomitting vomiting|headake headache|headach headache|presure pressure|preasure pressure
diabetis diabetes|diabeties diabetes|colestrol cholesterol|cholestrol cholesterol|asprin aspirin|ibuprophen ibuprofen|tylonol Tylenol|allergys allergies|alergy allergy|alergic allergic|allergey allergy
imediately immediately|immediatly immediately|immedietly immediately|emergancy emergency|emergancies emergencies|ambulence ambulance|independant independent|calender calendar|wich which|wether whether
thier their|teh the|adn and|taht that|becuase because|beacuse because|befor before|aftre after|dont don't|cant can't|doesnt doesn't|wont won't|didnt didn't|isnt isn't|youre you're|alot a lot|everyday-life everyday life
questionaire questionnaire|experiance experience|treatement treatment|treatmant treatment|sleepyness sleepiness|tirdness tiredness|swallen swollen|swolen swollen|weigth weight|heigth height|lenght length|freind friend
freinds friends|familys families|babys babies|wieght weight|absess abscess|bandadge bandage|bandaid bandage|prevously previously|availible available|avalable available|embarassed embarrassed|embarassing embarrassing
reccomend recommend|recomend recommend|recomended recommended|accomodate accommodate|adress address|goverment government|guidlines guidelines|maintainance maintenance|posible possible|probaly probably|suprise surprise|truely truly|usally usually|wellness-center wellness center
"""
MISSPELLED = {
    wrong: right
    for wrong, _, right in (pair.partition(" ") for pair in _PAIRS.replace("\n", "|").split("|"))
    if wrong and wrong != right
}
_PAIRS_ES = """
medicamiento medicamento|medicamientos medicamentos|recivir recibir|recive recibe|recivirá recibirá|desición decisión|haiga haya|nesesita necesita|nesesario necesario|necesita-mos necesitamos|sirujano cirujano
enfermeda enfermedad|docter doctor|operasión operación|inyeccion inyección|medico médico|medicos médicos|telefono teléfono|numero número|corazon corazón|presion presión|despues después|tambien también|dias días
sintoma síntoma|sintomas síntomas|facil fácil|dificil difícil|estomago estómago|rapido rápido|proxima próxima|proximo próximo|atencion atención|informacion información|infeccion infección
"""
MISSPELLED_ES = {
    wrong: right
    for wrong, _, right in (pair.partition(" ") for pair in _PAIRS_ES.replace("\n", "|").split("|"))
    if wrong
}
_BEGINS = r"(?:^|(?<=[.!?] ))"
"""Of a clause: what a longer subject ends with (`one of your medicines is`) tells nothing."""
_VOWEL = r"(?!one\b|once\b|eu|ewe|ouija)(?:[aeio]|u(?:gly|lcer|mbrella|n(?!i|an)|p|rgent))"
"""Not `a UTI`, `a unit`: some words with a u begin as `you` does."""
GRAMMAR = {
    r"\b(?:should|could|would|must|may|might) of\b(?! course)": 'write "have" for "of"',
    rf"\ba {_VOWEL}\w{{2,}}": 'write "an" for "a"',
    r"\ban (?=[bcdfgjklmnpqrstvwyz][aeiouy])(?!hour|honest|honor|heir|herb)\w{2,}": 'write "a" for "an"',
    r"\byour (?:welcome|going to|allowed to|not (?:allowed|able|going)|feeling|taking|allergic|pregnant|sure)\b(?= |[.,;]|$)": 'write "you\'re" or "you are"',
    rf"{_BEGINS}(?:you|we|they) (?:is|was|has|does|doesn't|needs|takes|feels|gets|wants)\b": "the verb does not fit",
    rf"{_BEGINS}(?:he|she|it) (?:have|do|don't|are|take|feel|get|want)\b": "the verb does not fit",
    rf"{_BEGINS}(?:the |your |our |these |some |many |most )?(?:nurses|doctors|patients|tablets|pills|symptoms|medicines|people|side effects|drops) (?:is|was|has|helps|does|makes|takes|needs|goes|checks|gives|tells|asks|comes|works)\b": "the verb does not fit",
    rf"{_BEGINS}(?:the|a|your|our|each|every) (?:nurse|doctor|tablet|pill|medicine|spray|drip|clinic|test) (?:are|were|have|do|don't|help|make|take|need|check|give|go|tell|ask)\b": "the verb does not fit",
    r"\b(?:more|most) (?:better|worse|easier|faster|safer|easiest|fastest|safest|sicker)\b": "one of the two words is enough",
    r"\bless (?:side effects|tablets|pills|doses|days|hours|people|visits|times|symptoms|questions)\b": 'write "fewer"',
    r"\b(?:then|than) (?:then|than)\b|\b(?:better|worse|more|less|higher|lower|rather|longer|older|younger) then\b(?= (?:\d|the|you|your|a|an|usual|before|it|others?)\b)": 'write "than"',
    r"\b(?:to|too) (?:much|many|high|low|late|soon|fast|hard)\b(?<=\bto (?:much))|\bto (?:many|tired|sick|weak|dizzy)\b(?= to\b)": 'write "too"',
    r"\bloose (?:weight|consciousness|blood|your|sleep)\b": 'write "lose"',
    r"\bsupposed? too\b|\bsuppose to\b|\buse to (?:be|feel|have|take)\b": "a letter is wrong",
    r"\b(?:effects|affect) of the\b(?<=affect of the)|\bside affects?\b": 'write "effect"',
}
GRAMMAR_ES = {
    r"\b(?:el|un) (?:enfermera|doctora|medicina|pastilla|clínica|cita|dosis|noche|cirugía|receta)\b|\b(?:la|una) (?:médico|medicamento|dolor|tratamiento|hospital|efecto|problema|síntoma)\b": "el artículo no concuerda",
    r"\b(?:los|las) (?:medicina|pastilla|efecto|síntoma|médico|enfermera)\b": "falta el plural",
    r"\busted (?:tienes|puedes|debes|eres|estás|tomas|vienes|necesitas|sientes)\b": "con `usted` va la tercera persona",
    r"\b(?:hubieron|habían|habrán) (?:muchos|pocos|varios|algunos|problemas|efectos)\b": 'escriba "hubo", "había" o "habrá"',
}
