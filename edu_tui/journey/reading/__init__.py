"""Reading: a module's sections, a walkthrough's steps, where their facts come from, where to go on."""
