"""The parts of a file, and what stands at the head and the foot of a document."""

from planforge.importers.reader.parts.dividing import divide
from planforge.importers.reader.parts.feet import signs
from planforge.importers.reader.parts.part import Part, Parts

__all__ = ["Part", "Parts", "divide", "signs"]
