"""Questions: asked one a page, checked, told why; how it went; what is ready to be asked again."""
