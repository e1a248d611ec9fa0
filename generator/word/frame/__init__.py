"""The frame: what of a house style's own text stays around the plan, and where the plan goes.

The steps: find out how the template opens (`opening`), decide where the plan goes and keep what belongs there
(`placing`), take out what an author or a sample left behind (`leftovers`), and write what stays (`writing`).
"""

from generator.word.frame.placing import Frame, place

__all__ = ["Frame", "place"]
