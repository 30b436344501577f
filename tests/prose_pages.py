"""Pages that state things by hand, and what a check tells of them: by line, the words that are in no article."""

from __future__ import annotations

PAGE = """\
Briefing 12: five islands
=========================

The Harbour Watch plans to keep
about 400 wardens and
17 boats, "not counting the old ones".

It is “calm, but it
is very safe”, she says. “The strait is calm, but it is not
safe”, she says. [#]_

- About 2000 wardens.

  * Some 3,000
    wardens and four
    boats.

+-----------+--------------------------+
| wardens   | the source of            |
+===========+==========================+
| 2,000     | 6,000 of them            |
|           | and                      |
|           | 7,000                    |
+-----------+--------------------------+

.. list-table:: The 8,000 boats

   * - 2,000
     - 9,000
   * - x
     - 9,100

.. figure:: none.png

   With 9,300 lamps.

   And 9,400 others.

.. note:: They say “we know
   nothing about all that”.

A term with 9,500
    A definition: 9,600.

| A line with 9,700
| and 9,800

    A block quote of 9,900.

    -- Somebody, 1,000 years old

.. [#] A note of 1,100 words.
"""

EXPECTED = {
    6: ["17", "not counting the old ones"],
    8: ["calm, but it is very safe"],
    14: ["3,000"],
    15: ["four"],
    21: ["6,000"],
    23: ["7,000"],
    26: ["8,000"],
    29: ["9,000"],
    31: ["9,100"],
    35: ["9,300"],
    37: ["9,400"],
    39: ["we know nothing about all that"],
    42: ["9,500"],
    43: ["9,600"],
    45: ["9,700"],
    46: ["9,800"],
    48: ["9,900"],
    50: ["1,000 years old"],
    52: ["1,100"],
}

MYST_PAGE = """\
---
briefing-check: true
---

# Briefing 12

The Harbour Watch plans to keep
about 400 wardens and
17 boats, "not counting the old ones".

- About 2000 wardens.
  - Some 3,000
    wardens and {briefing:unsourced}`77` more.

| wardens | others |
|---------|--------|
| 2,000   | 6,000  |
| 400     | 7,000  |

:::{note}
They say “we know
nothing about all that”; `99` is code.
:::

```{briefing:unsourced}
We think of 5 more.
```
"""

MYST_EXPECTED = {
    9: ["17", "not counting the old ones"],
    12: ["3,000"],
    17: ["6,000"],
    18: ["7,000"],
    21: ["we know nothing about all that"],
}
