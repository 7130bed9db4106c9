"""A plan's YAML file changed in place: what isn't meant to change keeps its bytes, comments and line ends included.

Four ways, from the narrowest to the widest. `convert` puts the keys into the other language. `add_links` puts accepted
links into 落实 of their tasks. `set_values` gives keys of tasks, found by their ids, new words or lists; an emptied key
stays. `rewrite` makes a `Revision` of an `Editable`: records come, go and change places, and an emptied key goes; who
calls it reads the result to see that it says what was meant, which the two before do themselves.

Within: `page` knows offsets in the text and `pairs` the keys of a mapping; `link_edits`, `text_edits`, `value_edits`
and `record_edits` work out the smallest edits for links, one text, one value, and the keys of one record.
"""

from planforge.yaml_io.editing.add_links import add_links
from planforge.yaml_io.editing.convert import convert
from planforge.yaml_io.editing.editable import Editable, unsafe
from planforge.yaml_io.editing.revision import Item, Revision
from planforge.yaml_io.editing.rewrite import can_take, rewrite
from planforge.yaml_io.editing.set_values import NOTICE, set_values
from planforge.yaml_io.editing.value_edits import Value

__all__ = [
    "NOTICE",
    "Editable",
    "Item",
    "Revision",
    "Value",
    "add_links",
    "can_take",
    "convert",
    "rewrite",
    "set_values",
    "unsafe",
]
