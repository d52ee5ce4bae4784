"""What an author writes is words: no markup of Textual or Rich in it does anything."""

from __future__ import annotations

from .reader import SAMPLE, sitting


async def test_markup_in_a_text_is_shown_and_does_nothing() -> None:
    """Brackets, tags, variables and placeholders in every kind of text stand there as written."""
    async with sitting() as reader:
        assert "Marks [@click=app.quit]stay[/] text" in reader.words
        await reader.choose("Marks")
        assert (
            "Bold [b]is[/b] not, [red]red[/red] is not, $accent is not, [/b] closes" in reader.words
        )
        assert "- See [on red]this[/] as it is." in reader.words
        await reader.choose("Read about it")
        await reader.press("m")
        seen = ""
        while "Afterwards" not in reader.words:
            seen += " " + reader.words
            await reader.press("space")
        for words in (
            "[link=x]A title[/link] with $primary",
            "Words with [red]x[/red], [/b], [#zzz], $var, $$, \\[b] and [b in them.",
            "- A list item with [reverse]marks[/reverse] and %d {} {0} %s",
            "More with [blink]nothing[/blink].",
            "Keep [u]this[/u].",
            "Mind [on blue]this[/].",
            "Bars [b]of[/b] $text",
            "One [red]bar[/red]",
            "3 [i]kg[/i]",
            "One [b]is[/b] three.",
        ):
            assert words in seen, words


async def test_markup_in_a_walk_and_a_question_is_shown_and_does_nothing() -> None:
    """Steps, options and reasons keep their brackets, when chosen and when touched too."""
    async with sitting() as reader:
        await reader.choose("Marks")
        await reader.choose("The [b]day[/b]")
        for words in (
            "At [b]dawn[/b]",
            "[red]You come[/red]",
            "A [b]nurse[/b] $greets you.",
            "[u]nurse[/u]",
        ):
            assert words in reader.words, words
        await reader.press("escape")
        await reader.choose("See if it is clear")
        assert "Which [b]one[/b]?" in reader.words
        await reader.touch("[red]That[/red] $x")
        assert "(*) [red]That[/red] $x" in reader.words
        await reader.choose("Check my answer")
        assert "No, [b]this[/b]." in reader.words
        await reader.touch("[click=app.quit]This[/]")
        await reader.choose("Check my answer")
        assert "It [b]is[/b]." in reader.words
        assert reader.app.is_running


async def test_touching_markup_only_chooses_the_row() -> None:
    """A click on the very words of a link or an action opens the part, and nothing else happens."""
    async with sitting() as reader:
        line = reader.rows[reader.row("Marks")]
        await reader.click(reader.lines[line].index("@click") + 2, line)
        assert reader.app.is_running
        assert "Bold [b]is[/b] not" in reader.words


async def test_a_refused_text_is_quoted_as_text() -> None:
    """The page of a broken part names the place of each mistake, and its markup does nothing there."""
    async with sitting() as reader:
        await reader.choose("A broken part")
        for words in ("en/broken-one.yaml:4:", "unknown key `texts`; did you mean `text`?"):
            assert words in reader.words, words
        assert "Finding(" not in reader.words
        assert reader.app.is_running


async def test_what_is_typed_is_text() -> None:
    """Markup typed into find is searched for and shown as typed."""
    async with sitting(SAMPLE) as reader:
        await reader.press("/")
        await reader.write("[red]zebra[/]")
        assert "[red]zebra[/]" in reader.words
        assert 'Nothing found for "[red]zebra[/]".' in reader.words
