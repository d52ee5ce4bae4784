"""What modules say now, as far as a visit knows: as they were opened, or as the index has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.standing import ModuleVersions

if TYPE_CHECKING:
    from edu_tui.library.open_library import Contents, OpenLibrary
    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module


class KnownTexts:
    """The versions of each module and its parts, worked out once for each contents of the library."""

    def __init__(self, open_library: OpenLibrary, audience: Audience) -> None:
        self._open_library = open_library
        self._audience = audience
        self._contents: Contents | None = None
        self._texts: dict[str, ModuleVersions] = {}
        self._whole: dict[str, tuple[Module, str]] = {}
        """Each module that was opened, as its file has it, and its version once that was needed."""

    def opened(self, contents: Contents, whole: Module, shown: Module) -> None:
        """A module was opened: its file as it is, and what of it this reader is shown."""
        from edu_tui.model.version import unit_versions

        self._of(contents)[whole.id] = ModuleVersions(shown.language, unit_versions(shown))
        if self._whole.get(whole.id, (None, ""))[0] is not whole:
            self._whole[whole.id] = whole, ""

    def of(self, contents: Contents, module_id: str) -> ModuleVersions:
        """What a module says; without a version for any part where it is not of this library."""
        known = self._of(contents)
        if module_id not in known:
            entry = contents.entries.get(module_id)
            language = entry.language if entry else contents.language
            units: dict[str, str] = {}
            if entry:
                units = self._open_library.units(module_id, contents.language, self._audience)
            known[module_id] = ModuleVersions(language, units)
        return known[module_id]

    def version_of(self, module: Module) -> str:
        """Of the whole file, whoever reads it: a sign-off is for that."""
        whole, version = self._whole.get(module.id, (module, ""))
        if not version:
            from edu_tui.model.version import module_version

            version = module_version(whole)
            self._whole[module.id] = whole, version
        return version

    def _of(self, contents: Contents) -> dict[str, ModuleVersions]:
        if self._contents is not contents:
            self._contents, self._texts = contents, {}
        return self._texts
