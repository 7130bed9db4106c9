"""What YAML nodes hold, whether it was written as one value, as a list, or not at all."""

from __future__ import annotations

from yaml.nodes import Node, ScalarNode, SequenceNode

from planforge.yaml_io.emit import NOTHING


def is_empty(node: Node) -> bool:
    """Whether a value is as good as not written."""
    return isinstance(node, ScalarNode) and not node.style and node.value in NOTHING


def items_of(node: Node) -> list[Node]:
    """One value or a list, without what is as good as not written."""
    items = node.value if isinstance(node, SequenceNode) else [node]
    return [item for item in items if not is_empty(item)]
