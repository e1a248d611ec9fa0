"""The form in the browser: a server for this computer alone, with the page of the plan beside the questions."""
