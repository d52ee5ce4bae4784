"""One change to the clean module, what it breaks and where, and a change like it that breaks nothing."""

from __future__ import annotations

from typing import NamedTuple


class Seed(NamedTuple):
    """One fault and its twin."""

    rule: str
    old: str
    """What stands in the clean module."""
    bad: str
    good: str
    at: str
    """How the line begins that has to be named."""


REST = "Sit by a window."
ASK = "Two hours later you feel fine. Your car is outside. What do you do?"
RIDE = "      text: Leave the car and get a ride.\n      why"
HOW = "how_to_read: Each mark is one person."
WHY = "why: A short trip needs fast reactions too."
GROUP = """\
With a dummy spray, count: 10}
      who: Adults with low mood
      over: 4 weeks
      means: You may feel sleepy.
      how_to_read: Each mark is one person.
      alt: Of 100 people with the spray, 21 felt sleepy. With a dummy spray, 10 did.
"""
STUDY = "[@study-2021]\n"
MANY = " ".join(["You may rest as long as you like."] * 8)
LONG = "\n\n      ".join(["You may rest, read a book or sleep for as long as you like."] * 9)
MUSTS = "".join(
    f"""\
  - id: more-{number}
    kind: number
    teaches: no-driving
    must_know: true
    ask: You picture 100 people with the spray. How many felt sleepy?
    answer: {{text: 21, why: About 21 of 100 did so then.}}
    wrong:
      - {{id: dummy, text: 10, misconception: one-group, why: That is with the dummy spray.}}
      - {{id: most, text: 79, misconception: swapped, why: That is how many did not.}}
    teach_back: Tell us what the picture shows.
"""
    for number in range(5)
)
LONGEST = "".join(
    f"""\
  - id: longer-{number}
    kind: single
    teaches: evening
    ask: You are home and feel fine. What is a good plan?
    answer: {{text: I rest at home tonight., why: Rest is what your body needs.}}
    wrong:
      - {{id: a, text: I mow the lawn now., misconception: fine, why: A mower is a machine.}}
      - {{id: b, text: I sign a new lease., misconception: clear, why: Big choices can wait a day.}}
"""
    for number in range(6)
)
EVEN = LONGEST.replace("I mow the lawn now.", "I mow the lawn right now.")

STRUCTURE = (
    Seed(
        "S201",
        "summary: Why you need a ride, and what tonight looks like.",
        "summary: You need a ride. You rest. You eat. You sleep.",
        "summary: You need a ride. You rest. You sleep.",
        "summary",
    ),
    Seed(
        "S202",
        "key_message: Rest tonight. Big choices can wait.",
        "key_message: Rest tonight. Eat a little. Big choices can wait.",
        "key_message: Do you feel tired? Rest tonight. Big choices can wait.",
        "key_message: Rest tonight. Eat",
    ),
    Seed(
        "S203",
        "    key_message: Rest tonight. Big choices can wait.\n",
        "",
        "    key_message: Rest tonight.\n",
        "- id: evening",
    ),
    Seed(
        "S208",
        "      - Stand up slowly.\n",
        "".join(f"      - Do thing {name}.\n" for name in "abcdefg"),
        "".join(f"      - Do thing {name}.\n" for name in "abcdef"),
        "- Have an adult",
    ),
    Seed(
        "S209",
        "title: A quiet evening at home",
        "title: Overview",
        "title: Your quiet evening",
        "title: Overview",
    ),
    Seed(
        "S209",
        "title: A quiet evening at home",
        "title: Evening",
        "title: The evening",
        "title: Evening",
    ),
    Seed("S222", "minutes: 4", "minutes: 90", "minutes: 9", "id: ride"),
    Seed("S211", REST, MANY, REST + " Sleep. Sit. Read. Lie down.", "You may rest as"),
    Seed(
        "S213",
        REST,
        "**Rest at home with someone who knows you well, and eat light food as often as you like.**",
        "**Rest at home** with someone who knows you well, and eat light food as often as you like.",
        "**Rest",
    ),
    Seed("S218", "    teach_back: Tell us in your own words how you get home.\n", "", "    teach_back: How do you get home?\n", "- id: car"),
    Seed(
        "S218",
        "teach_back: Tell us in your own words how you get home.",
        "teach_back: Do you know how you get home?",
        "teach_back: Do you have a ride? Tell us how you get home.",
        "teach_back",
    ),
    Seed("S220", REST, LONG, LONG[: len(LONG) // 3].rpartition(".")[0] + ".", "- id: evening"),
    Seed(
        "S221",
        "you_can: Ask for a chair with wheels.",
        "you_can: " + "Ask us for a chair, a drink, a bag or a bed. " * 4,
        "you_can: " + "Ask us for a chair, a drink, a bag or a bed. " * 2,
        "- id: ready",
    ),
)  # fmt: skip
NUMBERS = (
    Seed("N301", REST, "With wine you are twice as likely to fall.", "With wine you may fall. Rest twice as long.", "With wine"),
    Seed("N301", REST, "Wine raises the risk of a fall by 30 percent.", "Wine raises the risk of a fall.", "Wine raises"),
    Seed("N302", "it was 10 of 100.", "it was 100 of 1,000.", "it was 10 out of 100.", "With a dummy"),
    Seed("N303", REST, "Falls come to 1 in 43 people.", "Take 1 in 4 hours, or 1 in 10.", "Falls come"),
    Seed("N304", REST, "About 20 percent of people fall.", "Use a gel of 60 percent alcohol.", "About 20"),
    Seed("N304", REST, "Two thirds of people fall.", "Rest for a third of the day.", "Two thirds"),
    Seed("N304", "21 of 100 people with the spray did.", "21 percent of people with the spray did.", "21 percent of people (21 of 100) with the spray did.", "Some people feel"),
    Seed("N305", "      over: 4 weeks\n", "", "      over: 1 month\n", "kind: icon-array"),
    Seed("N306", "        - {label: With a dummy spray, count: 10}\n", "", "        - {label: With salt water, count: 10}\n", "kind: icon-array"),
    Seed("N305", "              who: Adults\n", "", "              who: Older adults\n", "- option: bed"),
    Seed("N306", "                - {label: Standing, count: 20}\n", "", "                - {label: On foot, count: 20}\n", "- option: bed"),
    Seed("N307", "label: Standing, count: 20", "label: Not rested, count: 70", "label: Standing, count: 69", "- option: bed"),
    Seed("N312", "text: Not known}", "text: Sit in it." + " Sit in it." * 10 + "}", "text: Sit in it." + " Sit in it." * 9 + "}", "- {option: chair"),
    Seed("N307", GROUP, GROUP.replace("With a dummy spray, count: 10", "Not sleepy, count: 79").replace("With a dummy spray, 10 did.", "79 did not."), GROUP.replace("count: 10", "count: 78").replace("10 did.", "78 did."), "kind: icon-array"),
    Seed("N308", "With the spray, count: 21", "With the spray, count: 22", "With the real spray, count: 21", "alt:"),
    Seed("N308", "alt: Of 100 people with", "alt: Of 200 people with", "alt: Of these 100 people with", "alt:"),
    Seed("N308", HOW, "how_to_read: Picture 200 people.", "how_to_read: Picture 100 people.", "how_to_read:"),
    Seed("N309", REST, "Divide your weight by ten.", "Divide the work with someone.", "Divide"),
    Seed("N313", REST, "Take 5.0 tablets at night.", "Take 5.5 tablets at night.", "Take 5.0"),
    Seed("N314", REST, "Come on 03/04/2026 for tests.", "Come on March 4, 2026, for tests.", "Come on"),
    Seed("N314", REST, "Eat nothing after 12.", "Eat nothing after 12 noon.", "Eat nothing"),
    Seed("N310", REST, "Rest for 2-3 hours at home.", "Rest for 2 to 3 hours. Call 634-5143.", "Rest for"),
    Seed("N310", REST, "Rest for 2 – 3 hours at home.", "Rest – for 3 hours at home.", "Rest for"),
    Seed("N311", "      means: You may feel sleepy.\n", "", "      means: Plan to rest.\n", "kind: icon-array"),
    Seed("P502", "              sources: [study-2021]\n", "", "              sources: [study-2021] # 1\n", "- option: bed"),
    Seed("P502", "text: Not known}", "text: 5 of 100 people fell}", "text: Not known yet}", "- {option: chair"),
    Seed("P502", REST, "In studies, 5 of 100 people fell.", "Rate it: 5 out of 10, on a scale.", "In studies"),
)  # fmt: skip
ASKING = (
    Seed("Q604", "ask: Which two plans are good for tonight?", "ask: Which two plans are not good for tonight?", "ask: Your ride does not come. Which two plans are good?", "ask: Which two plans are not"),
    Seed("Q610", "ask: Which two plans are good for tonight?", "ask: Good plans for tonight are", "ask: Choose two good plans for tonight.", "ask: Good"),
    Seed("Q610", "ask: Which two plans are good for tonight?", "ask: Tonight I will ____ at home?", "ask: What will I do at home?", "ask: Tonight"),
    Seed("Q613", "      text: Leave the car and get a ride.\n      why: You can feel awake and still be slow.", "      text: Swim across some river.\n      why: Water cools and clears the head.", "      text: Leave the car to someone.\n      why: You can feel awake and still be slow.", "text: Swim"),
    Seed("Q613", "answer: {text: 21, why: About 21 of 100 did. 79 did not.}", "answer: {text: 33, why: About 21 of 100 did. 79 did not.}", "answer: {text: 21, why: About 21 of 100 did.}", "answer: {text: 33"),
    Seed("Q615", "  - id: tonight\n", MUSTS + "  - id: tonight\n", MUSTS.replace("must_know: true", "must_know: false", 1) + "  - id: tonight\n", "- id: more-4"),
    Seed("Q616", ASK, "You had a treatment. " * 9 + ASK, "You had a treatment. " * 4 + ASK, "ask: You had"),
    Seed("Q620", "ask: Which two plans are good for tonight?", "ask: Tonight, do I need a?", "ask: Tonight, what do I need?", "ask: Tonight"),
    Seed("Q623", f"ask: {ASK}", "ask: What is the rule about the car?", "ask: What is the rule about your car?", "ask: What"),
)  # fmt: skip
ANSWERS = (
    Seed("Q601", WHY, "why: It is far.", "why: It is too far.", "why: It is far"),
    Seed("Q605", "text: I sign a new lease.", "text: None of the above.", "text: None of my plans.", "text: None"),
    Seed("Q606", "text: Take the car for a short way.\n        misconception: short-is-safe\n        why: A short trip needs fast reactions too.\n      - id: awake\n        text: Take the car, as I feel fine.", "text: Always take the car home.\n        misconception: short-is-safe\n        why: A short trip needs fast reactions too.\n      - id: awake\n        text: Never get a ride with a car.", "text: Always take the car home.\n        misconception: short-is-safe\n        why: A short trip needs fast reactions too.\n      - id: awake\n        text: Take the car, as I feel fine.", "text: Always"),
    Seed("Q607", RIDE, "      text: Leave the car, and get a ride with my sister.\n      why", "      text: Leave the car and get a cab home.\n      why", "text: Leave"),
    Seed("Q608", "  - id: tonight\n", LONGEST + "  - id: tonight\n", EVEN + "  - id: tonight\n", "- id: longer-0"),
    Seed("Q611", "text: Take the car, as I feel fine.", "text: Take the car, as I feel fine and it is such a long way home to my bed.", "text: Take the car, as I feel fine and strong.", "text: Take the car, as"),
    Seed("Q617", WHY, "why: Wrong. A short trip needs fast reactions too.", "why: No trip is short enough for slow reactions.", "why: Wrong"),
    Seed("Q617", WHY, "why: You should have asked us before that.", "why: You should ask us before you do that.", "why: You should"),
    Seed("Q621", "text: Take the car, as I feel fine.", "text: take the car for a short way", "text: Take the car for a long way.", "text: take"),
    Seed("Q630", "    hint: Think about how fast you can react.\n", "    hint: Think about how fast you can react.\n    keep_order: true\n", "    hint: Think about how fast you can react.\n    keep_order: false\n", "- id: car"),
    Seed("Q631", "groups: [Fine tonight, It waits]", "groups: [Fine tonight, It waits, No plan]", "groups: [It waits, Fine tonight]", "groups: [Fine"),
    Seed("Q632", "text: I sign a new lease.", "text: I don't know.", "text: I don't know the day.", "text: I don't"),
    Seed("Q633", "why: How you feel does not tell how fast you are.", 'why: "A short trip needs fast reactions too."', "why: A long trip needs fast reactions too.", 'why: "A short'),
    Seed("Q634", "hint: Think about how fast you can react.", "hint: You could leave the car and get a ride.", "hint: You could leave the car.", "hint:"),
)  # fmt: skip
ACCESS = (
    Seed("A701", REST, "Read the red box first.", "Put it in the red sharps box.", "Read the red"),
    Seed("A702", REST, "Rest at home, as shown below.", "Rest with your feet above your heart.", "Rest at home, as"),
    Seed("A702", REST, "Click here for more rest.", "You hear a click when it is done.", "Click"),
    Seed("A703", f"      {HOW}\n", "", "      how_to_read: A mark is a person.\n", "kind: icon-array"),
    Seed("A704", REST, "✓ Rest at home and eat light food.", "“Rest” at home – in a café, at 20 °.", "✓ Rest"),
    Seed("A706", REST, "Read appointments:emergencies:afterhours:telephone.", "Read the after-hours telephone numbers.", "Read app"),
    Seed("A707", REST, "Your pressure may be 120/80.", "Your pressure may be 120 over 80.", "Your pressure"),
    Seed("A707", REST, "Take 20 mg at night.", "Take 20 milligrams (mg) at night.", "Take 20"),
    Seed("A708", REST, "Staff call it [[dissociation]].", "Staff call it [[ketamine]].", "Staff call"),
    Seed("A709", REST, "You must NOT eat much.", "Do not eat much.", "You must"),
    Seed("A707", REST, "Drink 1/2 cup.", "Drink half a cup.", "Drink 1/2"),
    Seed("A710", REST, "Keep the light low.Then sleep.", "Keep the light low. Then sleep.", "Keep the"),
    Seed("A710", REST, "Sit down?Then sleep.", "Read Notes.docx and eat.", "Sit down?"),
    Seed("A710", REST, "You may eat,drink or sleep.", "You may eat, drink or sleep 1,000 hours.", "You may eat"),
    Seed("A711", REST, "You have 30 seconds to answer.", "Wait 30 seconds to feel your pulse.", "You have"),
    Seed("A712", REST, "Read more at example.org today.", "Read more at home. Sleep.", "Read more"),
)  # fmt: skip
USED = "The [[ketamine]] drip is used off-label for low mood."
BALANCE = (
    Seed("B404", USED, "The [[ketamine]] drip is given for depression.", "The [[ketamine]] drip is given for depression. This is off-label.", "The [[ketamine]]"),
    Seed("B408", REST, "The drip is the best choice for you.", "Ask which choice is good for you.", "The drip is the best"),
    Seed("B409", REST, "A session costs $400 here.", "Ask what a session costs here.", "A session"),
    Seed("B409", REST, "Book now for a quiet evening.", "Book a ride for the evening.", "Book now"),
    Seed("B410", REST, "We offer approved ketamine treatment.", "No clinic has approved ketamine treatment.", "We offer"),
    Seed("B410", REST, "Ketamine is approved for depression.", 'An ad says: "Ketamine is approved for depression."', "Ketamine is"),
    Seed("B411", REST, "You may get ketamine ([[esketamine]]).", "You may get ketamine or [[esketamine]].", "You may get"),
    Seed("B411", REST, "You may get a ketamine spray, called Spravato.", "You may get a spray, called Spravato.", "You may get"),
    Seed("B412", REST, "Spravato is a spray. Ask about Spravato.", "Spravato is a spray. Ask about it.", "Spravato is"),
)  # fmt: skip
TAKING = (
    Seed("T901", "not_about: [before, tell, emergency, ask]", "not_about: [before, tell, emergency]", "not_about: [ask, emergency, tell, before]", "id: ride"),
    Seed("T901", "not_about: [before, tell, emergency, ask]", "not_about: [before, tell, call, emergency, ask]", "not_about: [tell, before, emergency, ask]", "id: ride"),
    Seed("T902", "    purpose: after\n", "    tip:\n      purpose: after\n      text: Leave your car at home.\n", "    purpose: after\n    tip: Leave your car at home.\n", "- id: no-driving"),
)  # fmt: skip
SEEDS = (*TAKING, *STRUCTURE, *NUMBERS, *ASKING, *ANSWERS, *ACCESS, *BALANCE)
