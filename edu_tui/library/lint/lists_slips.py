"""Common slips in spelling and grammar, and what to write instead.

Slips in grammar are two words in a row: first words, second words, and what is wrong.
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
ARTICLES = (
    r"\ba (?!one\b|once\b|eu|ewe|ouija)(?:[aeio]|ugly|ulcer|umbrella|un(?!i|an)|up|urgent)\w*"
    r"|\ban [bcdfgjkl][aeiouy]\w+|\ban (?!hour|honest|honor|heir|herb)h[aeiouy]\w+|\ban [mnpqrstvwyz][aeiouy]\w+"
)
"""The wrong article of the two; not `a UTI`, `a unit`, which begin as `you` does."""
_FITS_NOT = "the verb does not fit"
_ONE = "nurse doctor tablet pill medicine spray drip clinic test"
_MANY = "nurses doctors patients tablets pills symptoms medicines people effects drops"
BEGINNING = (
    ("you we they", "is was has does doesn't needs takes feels gets wants", _FITS_NOT),
    ("he she it", "have do don't are take feel get want", _FITS_NOT),
    (
        _MANY,
        "is was has helps does makes takes needs goes checks gives tells asks comes works",
        _FITS_NOT,
    ),
    (_ONE, "are were have do don't help make take need check give go tell ask", _FITS_NOT),
)
"""First words, second words, and what is wrong where both begin a sentence: what a longer subject ends with
(`one of your medicines is`) tells nothing."""
ANYWHERE = (
    ("should could would must may might", "of", 'write "have" for "of"'),
    ("your", "welcome allowed allergic pregnant feeling taking", 'write "you\'re" or "you are"'),
    (
        "more most",
        "better worse easier faster safer easiest fastest safest sicker",
        "one of the two words is enough",
    ),
    (
        "less",
        "tablets pills doses days hours people visits times symptoms questions",
        'write "fewer"',
    ),
    ("better worse higher lower longer older younger", "then", 'write "than"'),
    ("loose", "weight consciousness blood sleep", 'write "lose"'),
    ("suppose", "to", "a letter is wrong"),
    ("supposed", "too", "a letter is wrong"),
    ("side", "affect affects", 'write "effect"'),
)
ANYWHERE_ES = (
    (
        "el un",
        "enfermera doctora medicina pastilla clínica cita dosis noche cirugía receta",
        "el artículo no concuerda",
    ),
    (
        "la una",
        "médico medicamento dolor tratamiento hospital efecto problema síntoma",
        "el artículo no concuerda",
    ),
    ("los las", "medicina pastilla efecto síntoma médico enfermera", "falta el plural"),
    (
        "usted",
        "tienes puedes debes eres estás tomas vienes necesitas sientes",
        "con `usted` va la tercera persona",
    ),
    (
        "hubieron habían habrán",
        "muchos pocos varios algunos problemas efectos",
        'escriba "hubo", "había" o "habrá"',
    ),
)
