"""Ten short plain-language texts of other topics, written without looking at the rules.

They are what a careful author writes, so no rule may cry wolf on them. A section is a title, its text
and its key message.
"""

from __future__ import annotations

TEXTS: dict[str, list[tuple[str, str, str]]] = {
    "asthma-inhaler": [
        (
            "How to use your blue inhaler",
            """\
            Your blue inhaler opens the airways when you wheeze. Keep it with you at all times.

            1. Take off the cap and shake the inhaler.
            2. Breathe out until your lungs feel empty.
            3. Put your lips around the mouthpiece.
            4. Press down once as you start to breathe in.
            5. Hold your breath for 10 seconds, then breathe out.

            Wait 30 seconds before a second puff. If you need it more than 3 days a week, see your
            doctor. There is no cure for asthma, but good treatment keeps most people well.""",
            "Carry your blue inhaler, and see us if you need it more than 3 days a week.",
        ),
    ],
    "blood-test": [
        (
            "Having blood taken",
            """\
            A nurse takes a little blood from a vein in your arm. It takes about 5 minutes. You may
            feel a sharp scratch.

            Some tests need an empty stomach. Your letter says if yours does. You can still drink
            water, and it makes the vein easier to find. Tell the nurse if you have fainted before,
            or if you take medicine that thins your blood.

            Press on the cotton ball for a few minutes. A small bruise is normal. It should be gone
            in a week or two.""",
            "Read your letter to see if you may eat before the test.",
        ),
    ],
    "mri-scan": [
        (
            "Your MRI scan",
            """\
            Magnetic resonance imaging (MRI) makes pictures of the inside of your body. It uses a
            strong magnet, not X-rays. You lie on a table that slides into a wide tube.

            The machine is loud. We give you earplugs. You hold a button, and you can press it at
            any time to speak to us. The scan takes 20 to 40 minutes.

            Tell us before you come if there is metal in your body, such as a pacemaker or a clip.
            Leave your watch, keys and phone in the locker. Do you get scared in small spaces? Call
            us first. We can show you the room.""",
            "Tell us about any metal in your body before the day of the scan.",
        ),
    ],
    "flu-shot": [
        (
            "The flu shot",
            """\
            The flu shot helps your body fight the flu. You need it each year, because the virus
            changes. The shot cannot give you the flu. It contains no live virus.

            Your arm may be sore for a day or two. Some people get a mild fever. You can go to work
            and do what you always do.

            Do not have the shot today if you have a high fever. Tell us if an earlier shot made it
            hard to breathe, or made your face swell.

            After the shot, wait here for 15 minutes. We watch that you are well.""",
            "Have the flu shot each year, and wait 15 minutes after it.",
        ),
    ],
    "insulin": [
        (
            "Keeping your insulin safe",
            """\
            Keep the pens that you are not using in the fridge. Do not freeze them. Once a pen is
            open, it stays good at room temperature for 28 days. Write the date on it.

            Never share a pen, not even with family. Use a new needle each time. Put old needles in
            a hard box, and bring the full box to the pharmacy.

            Low blood sugar can come on fast. You may shake, sweat or feel hungry. Drink half a glass
            of juice or eat 4 sugar tablets. Check your sugar again after 15 minutes. If you pass
            out, someone should call 911.""",
            "Carry sugar with you, and write the date on each pen that you open.",
        ),
    ],
    "sleep": [
        (
            "Sleeping better",
            """\
            Most adults need 7 to 9 hours of sleep. Some nights are bad for everyone. A few habits
            can help.

            - Get up at the same time each day, weekends too.
            - Go outside in the morning light.
            - Stop coffee and tea by noon.
            - Keep phones out of the bedroom.
            - If you lie awake for 20 minutes, get up and read something dull.

            Alcohol makes you sleepy, but it wakes you later in the night. Sleeping pills are not a
            good answer for more than a few weeks. Talk with us if you snore loudly, or if you are
            tired all day.""",
            "Get up at the same time each day, even after a bad night.",
        ),
    ],
    "hand-washing": [
        (
            "Washing your hands",
            """\
            Clean hands stop germs from spreading. Wash them before you eat, after the toilet, and
            when you come home.

            1. Wet your hands under running water.
            2. Rub in soap for 20 seconds. Do the backs, the thumbs and under the nails.
            3. Rinse well.
            4. Dry with a clean towel.

            No soap near you? Use a hand gel with alcohol. It does not work on hands that look dirty.
            Please ask any nurse or doctor, "Have you washed your hands?" We are glad when you
            do.""",
            "Rub with soap for 20 seconds, thumbs and nails too.",
        ),
    ],
    "fall-prevention": [
        (
            "Staying on your feet at home",
            """\
            Falls are the main reason why older people break a hip. You can make your home safer
            this week.

            - Take up loose rugs.
            - Put a light by the bed and one in the hall.
            - Fix a rail beside the bath.
            - Wear shoes with a back, not slippers.

            Stand up slowly, and wait until you feel steady. Some tablets make you dizzy. Ask us to go
            over your list once a year. Have your eyes tested too.

            If you fall, rest before you get up. Roll on your side, crawl to a chair, and pull
            yourself up. Call for help if anything hurts.""",
            "Take up loose rugs today, and stand up slowly.",
        ),
    ],
    "medicines-list": [
        (
            "Your list of medicines",
            """\
            Write down all that you take. Put in tablets, drops, creams, herbs and vitamins. Next to
            each one, write how much you take, when, and why.

            Bring the list to each visit, and keep a copy in your wallet. If someone finds you ill,
            it tells them what they need to know.

            Two medicines can act against each other. Ask the pharmacist before you buy something
            new. Do not stop a medicine because you feel better. Ask us first.

            Old medicines can harm children and pets. Take them back to the pharmacy. Do not flush
            them.""",
            "Carry a list of all that you take, and show it at each visit.",
        ),
    ],
    "physiotherapy": [
        (
            "Exercises for your knee",
            """\
            Moving helps your knee to heal. A little soreness is fine. Sharp pain is a sign to stop.

            1. Sit on a chair. Lift one foot until your leg is straight. Hold it for 5 seconds.
            2. Lower it slowly. Do this 10 times with each leg.
            3. Stand behind the chair and hold its back. Rise up on your toes 10 times.

            Do these 3 times a day. It may take 6 weeks until you notice a change. Put ice on the knee
            for 10 minutes if it swells.

            Call us if your knee gives way, or if it is hot and red. Call us too if you cannot put
            weight on it.""",
            "Do the exercises 3 times a day, and stop if you feel sharp pain.",
        ),
    ],
}


def module(name: str) -> str:
    """One of the texts as a module's file."""
    lines = [f"id: {name}", f"title: {TEXTS[name][0][0]}", "summary: |"]
    lines += ["  What to do, and when to ask for help.", "minutes: 2", "sections:"]
    for place, (title, text, key) in enumerate(TEXTS[name], 1):
        lines += [f"  - id: part-{place}", f"    title: {title}", "    text: |"]
        lines += [f"      {line.removeprefix(' ' * 12)}".rstrip() for line in text.split("\n")]
        lines += [f"    key_message: {key}"]
    return "\n".join(lines) + "\n"
