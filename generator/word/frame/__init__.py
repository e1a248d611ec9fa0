"""The frame: what of a house style's own text stays around the plan, and where the plan goes.

The steps: find out how the template opens (`cover`), decide where the plan goes and keep what belongs there
(`plan_place`), take out what an author or a sample left behind (`leftovers`), give the cover the words of the plan
(`cover_words`), and write what stays (`writing`).
"""

from generator.word.frame.plan_place import Frame, place

__all__ = ["Frame", "place"]
