"""Sixty-four kinds of faults that a good editor sees, each in two wordings.

They stand in a section's text, but `minutes:` in place of a module's own; `es:` before a text says that it
is Spanish. What no rule sees is written down too.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of fault."""

    name: str
    rules: str
    """Those that see it; empty where none does."""
    one: str
    two: str


KINDS = (
    Kind("misspelled", "W119", "Ask your pharmasist first.", "Your appointement is at 9."),
    Kind("the verb does not fit", "W119", "The nurses checks your arm.", "They was late for the test."),
    Kind("a for an", "W119", "Eat a apple first.", "Bring a old shirt."),
    Kind("a word twice", "W117", "Wait for for the nurse.", "Sit in the the chair."),
    Kind("two spaces", "", "Sit  in the chair.", "Drink a glass  of water."),
    Kind("a note to oneself", "W116", "TODO ask the nurse.", "The door code is TBD."),
    Kind("dummy text", "W116", "Lorem ipsum.", "Here you read dolor sit amet."),
    Kind("a number to come", "W116", "Call XXX-XXX-XXXX.", "Ring us at XXXX."),
    Kind("a number of films", "W116", "Call 555-0147.", "Our line is (212) 555-0199."),
    Kind("a point and a zero", "N313", "Take 2.0 mg at night.", "You get 10.0 ml."),
    Kind("a bare point", "N313", "Take .25 mg.", "We give .5 ml."),
    Kind("a doctor's short form", "N313", "Take one tablet q.d. with food.", "Use the drops b.i.d."),
    Kind("U for units", "N313", "Inject 10 U now.", "You need 4 IU."),
    Kind("a date in figures", "N314", "Come on 05/06/2026.", "Stop your tablets by 7/8/26."),
    Kind("twelve", "N314", "Eat nothing after 12.", "Be here at 12 p.m."),
    Kind("midnight of a day", "N314", "Fast from midnight on Monday.", "Eat nothing from midnight of May 3."),
    Kind("two clocks", "N314", "Come at 8:00 AM. Go home at 16:00.", "The lab opens at 7 a.m. and shuts at 18:30."),
    Kind("benign", "W101", "The lump is benign.", "Most of these lumps are benign."),
    Kind("a negative test", "W101", "Your test is negative.", "A negative result is good news."),
    Kind("acute", "W101", "You may have acute pain.", "The acute phase is short."),
    Kind("void", "W101", "Void before the scan.", "Tell us if you cannot void."),
    Kind("stool", "W101", "Bring a stool sample.", "Look at your stools."),
    Kind("adhere", "W101", "Adhere to the diet.", "It helps to be adherent to your pills."),
    Kind("regimen", "W101", "Keep to your regimen.", "Your drug regimen may change."),
    Kind("plenty", "W113", "Drink plenty of water.", "Get plenty of rest at home."),
    Kind("as needed", "W113", "Take it as needed.", "Use the cream when needed."),
    Kind("soon", "W113", "Call us soon.", "Please come back soon."),
    Kind("a passive order", "W104", "The tablet must be taken with food.", "Your arm should be kept dry."),
    Kind("all passive", "W104", "Your blood is taken. The tube is sent away.", "You are weighed. A line is put in."),
    Kind("works every time", "W112", "The drip works for everyone.", "It helps every single patient."),
    Kind("takes all the pain", "W112", "It takes away all your pain.", "The shot will stop all the pain."),
    Kind("no risks", "W112", "There are no risks.", "This treatment has no side effects."),
    Kind("never fails", "W112", "It never fails.", "The test cannot go wrong."),
    Kind("quite safe", "W112", "The spray is completely safe.", "This is 100 percent safe."),
    Kind("cures", "W112", "Ketamine cures depression.", "You will be cured of your anxiety."),
    Kind("a sum", "N309", "Take half of your weight in grams.", "Divide the dose by three."),
    Kind("blame", "W118", "It is your own fault.", "You should have known better."),
    Kind("a threat", "W118", "Stop smoking or you will die.", "Salt will kill you."),
    Kind("6 hours and 2 hours", "", "Fast for 6 hours. Fast for 2 hours.", "Wait 3 days. Wait 5 days."),
    Kind("300 minutes", "S222", "minutes: 300", "minutes: 90"),
    Kind("an objective nobody asks", "", "objective", "objective"),
    Kind("a share", "N304", "About 30 percent of people feel sick.", "40% of patients slept."),
    Kind("1 in 43", "N303", "1 in 43 people fainted.", "One in seven adults has it."),
    Kind("twice the risk", "N301", "It makes a fall twice as likely.", "Your risk is doubled."),
    Kind("a slash", "W115", "Bring a friend and/or a list.", "Tell his/her nurse."),
    Kind("initials", "W103", "An EEG comes next.", "The PACU is on floor 2."),
    Kind("a false approval", "B410", "We offer FDA-approved ketamine.", "Ketamine is approved for depression."),
    Kind("a label for a person", "W111", "An alcoholic needs more help.", "The diabetics sit here."),
    Kind("a name for an illness", "W111", "He committed suicide.", "She is a drug abuser."),
    Kind("a long sentence", "R006", "You rest in the chair in the big room at the end of the hall until the nurse comes and says that you may stand up and go.", "Do not eat or drink or chew or smoke or take a pill that we did not give you on the day and the night before you come here for it."),
    Kind("a long word", "R009", "We evaluate your liver.", "You may have gastroenteritis."),
    Kind("a figure of speech", "W110", "It is a piece of cake.", "We keep an eye on you."),
    Kind("a place on the page", "A702", "See the list below.", "Click here."),
    Kind("a color", "A701", "Read the red box first.", "The words in bold matter."),
    Kind("two negatives", "W107", "Do not go home unless we agree.", "It is not unlikely."),
    Kind("a shout", "W114 A709", "Do not drive!", "You must NOT eat."),
    Kind("es: a label", "W111", "es: Un diabético necesita más ayuda.", "es: Los alcohólicos no entran."),
    Kind("es: cures", "W112", "es: La ketamina cura la depresión.", "es: El spray es 100 % seguro."),
    Kind("es: no risks", "W112", "es: No hay riesgos.", "es: Funciona siempre."),
    Kind("es: a share", "N304", "es: El 30 por ciento de las personas vomitó.", "es: Ayudó al 40 % de los pacientes."),
    Kind("es: 1 de cada 43", "N303", "es: 1 de cada 43 personas se desmayó.", "es: Una de cada siete lo tiene."),
    Kind("es: initials", "W103", "es: Le hacemos un ECG.", "es: Espere en la UCI."),
    Kind("es: a false approval", "B410", "es: La ketamina está aprobada para la depresión.", "es: La FDA aprobó la ketamina."),
    Kind("es: a slip", "W119", "es: Tome su medicamiento.", "es: Usted puedes comer."),
)  # fmt: skip
