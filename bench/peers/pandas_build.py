"""Reads a folder of IMDb dumps with pandas, as a script that makes a film table would: the peer of `lanterne build`.

title.basics, title.ratings and name.basics are read whole; title.principals does not fit in memory and is read in pieces of a
million rows, of which the cast and the directors are kept for films and series only. Prints one JSON object.

Usage: python pandas_build.py FOLDER
"""

import csv
import json
import sys
import time
from pathlib import Path

import pandas

PIECE = 1_000_000
KEPT = {"actor", "actress", "director"}
TYPES = {"movie", "tvMovie", "tvSeries", "tvMiniSeries"}
# Titles hold quotation marks that nothing closes: the files are not quoted.
OPTIONS = {"sep": "\t", "na_values": "\\N", "keep_default_na": False, "quoting": csv.QUOTE_NONE}


def main(folder: Path) -> None:
    started = time.perf_counter()
    titles = pandas.read_csv(folder / "title.basics.tsv.gz", low_memory=False, **OPTIONS)
    ratings = pandas.read_csv(folder / "title.ratings.tsv.gz", **OPTIONS)
    people = pandas.read_csv(folder / "name.basics.tsv.gz", low_memory=False, **OPTIONS)
    wanted = set(titles.loc[titles["titleType"].isin(TYPES), "tconst"])
    credits = 0
    with pandas.read_csv(folder / "title.principals.tsv.gz", chunksize=PIECE, low_memory=False, **OPTIONS) as pieces:
        for piece in pieces:
            cast = piece[piece["category"].isin(KEPT)]
            credits += int(cast["tconst"].isin(wanted).sum())
    print(
        json.dumps(
            {
                "version": pandas.__version__,
                "seconds": round(time.perf_counter() - started, 2),
                "titles": len(titles),
                "ratings": len(ratings),
                "people": len(people),
                "credits": credits,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
