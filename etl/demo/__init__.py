"""An invented campaign, so that the dashboard can be tried before there is a file to load."""
