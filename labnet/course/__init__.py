"""The course as a whole: its notebooks, and the student's copies of them."""
