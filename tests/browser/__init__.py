"""The form in the browser: by itself, and as a person sees it in Chromium."""
