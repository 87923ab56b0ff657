"""A case named in the text and cited in a footnote is one mention with name and citation."""

import pytest

from extraction.reading import read


@pytest.mark.parametrize(
    ("text", "case"),
    [
        (
            "In Rai Sandeep v. State[5] it was held.\n\n[5] (2012) 8 SCC 21 : 2012 INSC 322\n",
            ("Rai Sandeep", "State", "", ("(2012) 8 SCC 21", "2012 INSC 322")),
        ),
        (
            "In Natesam Pillai v. Tahsildar, [6] the Court held so.\n\n[6] See (2010) 9 SCC 118, para 4.\n",
            ("Natesam Pillai", "Tahsildar", "", ("(2010) 9 SCC 118",)),
        ),
        (
            "In Ram Lal v. Chairman, Hill Water Board, Shimla[8] this was noted.\n\n[8] (2010) 9 SCC 118.\n",
            ("Ram Lal", "Chairman, Hill Water Board, Shimla", "", ("(2010) 9 SCC 118",)),
        ),
        (
            "The rule of Ram Lal v. Union of India (5-J.)[3] stands.\n\n[3] (2019) 1 SCC 1.\n",
            ("Ram Lal", "Union of India", "", ("(2019) 1 SCC 1",)),
        ),
        (
            "In Ram Lal v. Moti Lal (Dead) By Lrs.[9] , this was noted.\n\n[9] (2005) 10 SCC 243.\n",
            ("Ram Lal", "Moti Lal", "", ("(2005) 10 SCC 243",)),
        ),
        (
            "The view in Deputy Collector v. Bharat V. Patel[4] is right.\n\n[4] (2018) 15 SCC 670.\n",
            ("Deputy Collector", "Bharat V. Patel", "", ("(2018) 15 SCC 670",)),
        ),
        (
            "This refers to In Re.: The Hill Laws Act 1912[5], which held so.\n\n[5] 1951 SCC 568.\n",
            ("In re Hill Laws Act 1912", "", "", ("1951 SCC 568",)),
        ),
        (
            "So too Ram Lal v. Union of India[6] .\n\n[6] Order dated 26th May, 2024 in W.P.(C) No. 16 of 2022\n",
            ("Ram Lal", "Union of India", "", ("WP (C) No. 16 of 2022",)),
        ),
        (
            "So held Bell v. Hill Hospital Trust (King’s Bench Division)[2], which stands.\n\n[2] (1957) 1 WLR 91\n",
            ("Bell", "Hill Hospital Trust", "", ("(1957) 1 WLR 91",)),
        ),
        (
            "It was said in R. v. Kent JJ., ex p Miller[8] that it must be seen.\n\n[8] (1924) 1 KB 91\n",
            ("R.", "Kent JJ.", "", ("(1924) 1 KB 91",)),
        ),
        (
            "See Bolt Private Limited v. Value Added Tax Officer, Ward 210[3] on it.\n\n[3] (2010) 9 SCC 118\n",
            ("Bolt Private Limited", "Value Added Tax Officer, Ward 210", "", ("(2010) 9 SCC 118",)),
        ),
        (
            "See Bolt Limited vs. Union of India Through: Its Secretary & Ors[4] on it.\n\n[4] (2010) 9 SCC 118\n",
            ("Bolt Limited", "Union of India", "", ("(2010) 9 SCC 118",)),
        ),
        (
            "Notes:\nof the table\n\nSo Ram Lal v. Moti Lal[1] :\n1. The rule is old.\n\n[1] (2005) 10 SCC 243.\n",
            ("Ram Lal", "Moti Lal", "", ("(2005) 10 SCC 243",)),
        ),
        (
            "The view in Nokia Networks[7] was followed.\n\n[7] [(2017) 15 SCC 602]\n",
            ("", "", "Nokia Networks", ("(2017) 15 SCC 602",)),
        ),
        (
            "The point arose in Ram Lal v. Land Board[7] too.\n\n[7] 71 A.2d 40; 8 N.J. 66.\n",
            ("Ram Lal", "Land Board", "", ("71 A 2d 40", "8 NJ 66")),
        ),
        (
            "The point arose in Ram Lal v. Land Board[^lb] too.\n\n[^lb]: 2007 Meg LR 14, para 2.\n",
            ("Ram Lal", "Land Board", "", ("2007 Meg LR 14",)),
        ),
        (
            "The point arose in Ram Lal v. Land Board (1) too.\n\nEND NOTES\n(1) 1966 MPLJ 31\n(2) 1970 MPLJ 8\n",
            ("Ram Lal", "Land Board", "", ("1966 MPLJ 31",)),
        ),
        (
            "The point arose in Ram Lal v. Land Board[1] too.\n\nNotes:\n1. 1966 MPLJ 31\n2. 1970 MPLJ 8\n",
            ("Ram Lal", "Land Board", "", ("1966 MPLJ 31",)),
        ),
        (
            "The point arose in Ram Lal v. Land Board.[12] So it was.\n\n[11] AIR 1931 MAD.12 \n[12] AIR 1948 MAD.12\n",
            ("Ram Lal", "Land Board", "", ("AIR 1948 Mad 12",)),
        ),
    ],
)
def test_the_name_takes_the_citation_of_its_note(text: str, case: tuple[str, str, str, tuple[str, ...]]) -> None:
    found = read(text)._.cases[0]
    assert (found.petitioner, found.respondent, found.name, tuple(c.text for c in found.citations)) == case


def test_a_note_that_names_another_case_keeps_its_citation() -> None:
    doc = read("In Ram Lal v. State[1] it was held.\n\n[1] Followed in Shyam Lal v. State, (2001) 3 SCC 45.\n")
    assert [(c.petitioner, len(c.citations)) for c in doc._.cases] == [("Ram Lal", 0), ("Shyam Lal", 1)]


def test_ibid_and_supra_note_mean_the_case_of_that_note() -> None:
    text = (
        "First Ram Lal v. State.[1] Then this was said again.[2] And the rule of old.[3]\n\n"
        "[1] (2001) 3 SCC 45\n[2] Ibid, para 7.\n[3] Supra note 1, at page 50.\n"
    )
    cited = [tuple(c.text for c in case.citations) for case in read(text)._.cases if case.form == "supra"]
    assert cited == [("(2001) 3 SCC 45",)]


@pytest.mark.parametrize("pointing", ["Supra note 3", "Note 3 above", "n. 3 supra, at 40", "Above, footnote 3"])
def test_a_note_points_back_to_another_in_many_words(pointing: str) -> None:
    text = f"In Ram Lal v. Moti Lal[3] it was held. So Ram Lal[4] binds.\n\n[3] 1966 MPLJ 31\n[4] {pointing}.\n"
    assert [c.text for c in read(text)._.cases[1].citations] == ["1966 MPLJ 31"]
