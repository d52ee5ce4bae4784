"""SHOWING it full screen: a journey's views, drawn and touched. The only place that imports Textual."""
