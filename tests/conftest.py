"""What all tests share: hypothesis tries the same examples each time, so that none needs luck."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
