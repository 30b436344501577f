project = "Harbour review"
author = "Policy unit"
today = "3 March 2026"
numfig = True
extensions = ["sphinx_briefing.typst", "sphinx.ext.todo"]
todo_include_todos = True
suppress_warnings = ["briefing.pdf_math"]
briefing_pdf_variables = {"distribution": "Transport committee", "kicker": "Briefing"}
