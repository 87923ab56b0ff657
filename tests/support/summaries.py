"""A judgment written for tests that tells each of its parts, with a quotation, a dissent and a printer's word."""

from pathlib import Path

from kg.build.build import build
from kg.store import Store
from kg.stores.open import open_store

TANNERS = """Ramlal Tanners v Municipal Board, Unnao
Supreme Court of India

14 March 1969
C.A. No. 212 of 1966

Bench: K. S. Hegde, J. C. Shah, A. N. Grover

K. S. HEGDE, J.:

1. The appellant has run a tannery at Unnao since 1931. On 3 May 1962 the Municipal Board cancelled his
licence without giving him a hearing. His writ petition was dismissed by the High Court on 8 August 1965.

2. The question that arises for our decision is whether a licence to run a tannery can be cancelled without a hearing.

3. Learned counsel for the Board, Mr. Sarin, submitted that a licence is a privilege, and that nobody need be heard
before a privilege is withdrawn. He relied on section 298 of the U.P. Municipalities Act, 1916.

4. In Board of Education v. Rice, [1911] AC 179, Lord Loreburn said: "They must act in good faith. We
hold that they can obtain information in any way they think best." The principle was applied to licences in Nakkuda
Ali v. Jayaratne, [1951] AC 66.

5. We are of the opinion that the cancellation of a licence to run a tannery, on which the livelihood of a man depends,
is a quasi-judicial act. We hold that such a licence cannot be cancelled unless the holder has been heard.

6. It was lastly urged that the appeal be dismissed with costs, and the order of the Board confirmed.

7. For these reasons we allow the appeal, set aside the judgment of the High Court and quash the order of the Board. The
Board shall pay the costs of the appellant throughout.

J. C. SHAH, J. (dissenting): I regret that I am unable to agree with my brother Hegde. In my opinion a licence is a
privilege that the Board may withdraw at will, and we hold that no hearing is needed before it is cancelled.

9. I would accordingly dismiss the appeal. The order of the High Court is confirmed with costs.

Appeal allowed.
"""
LATER = """Hides Export Co v Union of India
Supreme Court of India

2 May 1974
C.A. No. 31 of 1971
The Judgment was delivered by : A. N. Grover, J.

1. The export licence of the appellant was cancelled on 4 June 1970.

2. We follow Ramlal Tanners v. Municipal Board, Unnao, where this Court held that a licence cannot be cancelled unless
its holder has been heard. In Kanpur Leather Works v. State of Uttar Pradesh, AIR 1961 SC 1170, it was held that a
licence on which a livelihood depends is property.

3. The appeal is allowed.
"""
DIGEST = """# Salt Pans Ltd. v. State of Gujarat

Court: Supreme Court of India
Date: 9 August 1972
Bench: S.M. Sikri, C.J., H.R. Khanna, J., K.K. Mathew, J.

## Facts

1. The State levied a cess on salt under the Salt Cess Rules, and the company paid it under protest for six years.

## Issue

2. Whether a cess can be levied by rules alone.

## Holding

3. The levy fell. Rules under which no statute imposes a charge cannot impose one of themselves.

4. Mathew, J. dissented. The power to levy was in his view implied in the power to regulate, and the levy was valid.
"""


def tanners(folder: Path) -> Store:
    """A graph of the judgments and the digest."""
    texts = {"tanners.txt": TANNERS, "hides.txt": LATER, "salt.md": DIGEST}
    for name, text in texts.items():
        (folder / name).write_text(text)
    store = open_store(str(folder / "graph.db"), create=True)
    build(store, [folder / name for name in texts])
    return store
