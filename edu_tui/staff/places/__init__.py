"""The places of the staff side: an assessment from its front page to its results, certificates, the manager's view."""
