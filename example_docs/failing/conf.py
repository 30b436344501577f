extensions = ["sphinx_briefing"]
briefing_articles = ["../articles/*.txt", "../articles/*.md"]
