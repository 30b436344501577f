"""Boilerplate is told from the story: widely round it, only what can be nothing else within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader

LEAD = "The mission in Halden will shrink from 2,000 to about 400 troops, envoy Mia Sand said on Friday."
SECOND = "Two of the 79 members of the coalition have asked for more time, Sand told the council in Norden."
LAST = "The council is to meet again in June, when the first engineers are to leave the valley."


def boilerplate(article: Article) -> list[str]:
    return [article.printed(p.span) for p in article.paragraphs if p.role == "boilerplate"]


def within(read: Reader, line: str) -> Article:
    return read("\n\n".join(("Mission to shrink", LEAD, SECOND, line, SECOND, LAST)))


def above(read: Reader, *lines: str, front_matter: str = "") -> Article:
    return read(front_matter + "\n\n".join(("Mission to shrink", *lines, LEAD, SECOND, LAST)))


def below(read: Reader, *lines: str) -> Article:
    return read("\n\n".join(("Mission to shrink", LEAD, SECOND, LAST, *lines)))


ANYWHERE = [
    "[Related: Camp ‘lost, unmanned’ as winter comes]",
    "[Read more: Camp at Halden closes]",
    "(See also: Camp at Halden closes)",
    "[ALSO READ | Camp at Halden closes]",
    "[Opinion: Why the camp must stay]",
    "Related: Camp at Halden closes",
    "RELATED STORY: Camp at Halden closes",
    "Read more: Camp at Halden closes",
    "READ MORE: Envoy “not amused” by the council",
    "Also read: Camp at Halden closes",
    "MORE: Camp at Halden closes",
    "See also: Camp at Halden closes",
    "Read the full story here.",
    "Read more about the mission here.",
    "Click here to read the report.",
    "Watch the interview with the envoy above.",
    "Scroll down for video.",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Article continues after ad",
    "Continue reading the main story",
    "Sponsored content",
    "Share this article",
    "Share on Facebook",
    "Share",
    "Print this article",
    "12 comments",
    "Comments (12)",
    "View all 12 comments",
    "Leave a comment",
    "Join the conversation",
    "Sign up for our daily newsletter to get the news in your inbox.",
    "Subscribe to The Example Post for unlimited access.",
    "Get our best stories delivered to your inbox every morning.",
    "Sign up here to receive The Morning Example.",
    "Like what you are reading? Subscribe to our newsletter.",
    "Never miss a story: download our app.",
    "Follow Jane Doe on Twitter @janedoe.",
    "Follow @examplepost on Twitter",
    "Follow us on Facebook and Instagram.",
    "Like us on Facebook",
    "Twitter: @janedoe",
    "Email: jane.doe@example.org",
    "jane.doe@example.org",
    "Got a tip? Write to tips@example.org.",
    "Contact Jane Doe at jane.doe@example.org.",
    "Copyright 2024 The Example Post. All rights reserved.",
    "© 2024 The Example Post",
    "(c) 2024 Example Agency",
    "Copyright © 2024 by Jane Doe.",
    "All rights reserved. This material may not be published, broadcast or rewritten.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "This story was originally published by The Example Post.",
    "This article first appeared in The Example Review and is republished here with permission.",
    "A version of this article appears in print on May 3, 2024.",
    "Originally published at example.org.",
    "Reprinted with permission from The Example Post.",
    "This story has been updated.",
    "This is a developing story and will be updated.",
    "(Photo by Jane Doe/Example Images)",
    "Photo: Jane Doe / Example Agency",
    "Image credit: Jane Doe",
    "Soldiers leave the camp in Halden on May 2, 2024. (Photo by Jane Doe/Example Agency)",
    "An engineer at work in Halden. (Jane Doe/Getty Images)",
    "The envoy in the council (AP Photo/Jane Doe)",
    "Jane Doe / Reuters",
    "Getty Images",
    "Reporting by Jane Doe in Halden; editing by John Roe",
    "(Reporting by Jane Doe; Additional reporting by John Roe in Norden; Editing by Max Moe)",
    "Additional reporting by John Roe.",
    "Example Agency writer John Roe contributed to this report.",
    "Jane Doe and John Roe in Norden contributed reporting.",
    "With reporting from Example Agency.",
    "Tags: Halden, Norden, troops",
    "Filed under: Defence",
    "4 min read",
    "Reading time: 4 minutes",
    "Listen to this article",
    "h/t The Example Post",
    "* * *",
    "___",
    "-30-",
    "###",
    "Read next: Camp at Halden closes",
    "Recommended: Camp at Halden closes",
    "Support our journalism with a donation of any size.",
    "Become a member today to keep us reporting.",
    "($1 = 6.9 crowns)",
    "Our Standards: The Example Trust Principles.",
    "(With inputs from agencies)",
    "Send letters to letters@example.org.",
    "Follow the agency’s coverage of the camp at https://example.org/hub",
    "The envoy in Halden in 2024. Jane Doe / Example Images",
    "[Read the full story here]",
    "[Sign up for our newsletter]",
    "• Read more: Camp at Halden closes",
    "— with files from Example Agency",
    "READ MORE: Envoy says “no” to the council",
    "Follow Jane Doe (@janedoe) on X",
    "Advertisement - story continues below",
    "Edited by Jane Doe.",
    "Reporting by Jane Doe, John Roe; Editing by Max Moe",
    "Graphics by Max Moe",
    "A soldier at the camp in Halden. Photograph: Jane Doe/Example",
    "FILE - Soldiers at the camp in Halden on May 3, 2024.",
    "Image caption, The camp in Halden",
    "This article is more than 2 years old",
    "We use cookies to make this site better.",
    "By signing up, you agree to our terms of use.",
    "Thank you for reading The Example Post.",
    "Privacy policy",
    "Show more",
    "1 of 12",
    "View this post on Instagram",
    "This interview has been edited for length and clarity.",
    "An earlier version of this story misstated the number of members.",
    "Download the Example Post app.",
]
ABOVE = [
    "By Jane Doe",
    "BY JANE DOE",
    "By Jane Doe and John Roe",
    "By Jane Doe, The Example Post",
    "By Jane Doe | Example Agency",
    "By Jane Doe in Halden",
    "By Our Staff Correspondent",
    "Written by Jane Doe",
    "Published 3 May 2024, 10:04 GMT",
    "Updated: May 3, 2024 at 10:04 a.m. ET",
    "Last updated on 3 May 2024",
    "Posted on 2024-05-03",
    "May 3, 2024",
    "Friday, 3 May 2024",
    "3 May 2024 10:04",
    "2 hours ago",
    "World | Europe",
    "Home > News > Europe",
    "Senior defense correspondent",
    "EXCLUSIVE",
    "Opinion",
    "Last modified on Fri 3 May 2024 10.04 BST",
    "Correction: This story misstated the number of members.",
]
BELOW = [
    "Jane Doe is The Example Post’s senior writer on defense. Her newsletter, “Doe’s"
    " Daily,” is free and available by email subscription at example.org.",
    "Jane Doe is a reporter for The Example Post.",
    "Jane Doe, a former soldier, is the author of “The Valley.”",
    "Jane Doe and John Roe are correspondents of Example Agency.",
    "Doe is a Norden-based reporter for Example Agency.",
    "Jane Doe covers defense for The Example Post.",
    "Jane Doe writes about the north for The Example Post.",
    "The writer is a fellow at the Example Institute.",
    "Jane Doe reported from Halden, and John Roe from Norden.",
    "Follow her on Twitter: @janedoe",
    "He can be reached at john.roe@example.org.",
    "Her book on the valley comes out in June.",
    "About the author: Jane Doe has covered the north since 2011.",
    "The opinions expressed in this article are the author’s own.",
    "The views expressed here do not necessarily reflect those of The Example Post.",
    "His morning newsletter is free and goes out by email; subscribe at example.org.",
    "Editor’s note: The Example Post is owned by the council.",
    "For more information, visit example.org.",
    "Jane Doe is based in Halden.",
    "Disclaimer: Views are personal.",
    "The Example Post welcomes op-eds of up to 700 words.",
    "Published May 3, 2024",
    "By Jane Doe",
    "Press contact: Jane Doe, +47 123",
    "Source: Example Agency",
    "Related Content",
    "More from The Example Post",
    "Most Read",
]
STORY = [
    "The newsletter of the mission is free and reaches 4,000 readers, who are sent it by email each week.",
    "The related question of who pays for the camp was left open by the council of the kingdom.",
    "Subscribe is not the word the envoy would use for a plan that costs 20 million dollars a year.",
    "Copyright law protects the maps that the 79 members of the coalition have drawn of the valley.",
    "Photographs of the camp show about 400 tents and 20 trucks along the road to the north.",
    "“Follow us,” the envoy said, and the soldiers followed her on Facebook for a year.",
    "By Friday, about 400 of the soldiers had left the camp in the valley.",
    "By Jane Doe’s count, 400 of the soldiers had left the camp.",
    "The Example Post first published the plan for the camp in May.",
    "John Roe is the commander of the camp in Halden.",
    "Mia Sand is the author of the plan that the council is to vote on in June.",
    "Share prices in Norden fell by 4 percent after the news.",
    "More than 400 engineers are to join the mission in the valley: 300 from Norden, 100 from Suden.",
    "More: that is what the council wants, Sand said.",
    "Comment on the plan was refused by all 79 members of the coalition.",
    "Watch officers saw 20 trucks on the road from Halden.",
    "Contact with the camp was lost for 3 hours on Friday.",
    "Support for the mission fell to 40 percent in a poll of 1,000 people.",
    "Donations of 20 million dollars were made to the camp’s hospital.",
    "The council reported from its meeting that 400 troops would stay.",
    "Editing the plan took the council 3 weeks.",
    "The Associated Press was told that 400 troops would stay.",
    "Sign-ups for the mission rose by 40 percent.",
    "He said: “Read more: that is what I tell my soldiers.”",
    "Readers of the plan can contact the council until June.",
    "Published figures show that 400 troops stayed in 2023 and 300 in 2022.",
    "Print runs of the plan were limited to 400 copies.",
    "Advertisements for soldiers were placed in 40 newspapers.",
    "Get out of the valley, the envoy told the soldiers in an email.",
    "Like most members, Norden pays for its own soldiers.",
    "The story of the camp continues below the mountains, where 300 engineers dig.",
    "Reporting by Example Agency shows that 400 soldiers left the camp.",
    "Written by Jane Doe, the plan foresees 400 soldiers in the valley.",
    "Edited by the council, the plan now foresees 400 soldiers.",
    "Three of the soldiers contributed to the report, which lists 400 cases.",
    "By using the northern road, the soldiers accept a risk of 20 percent.",
    "Home to 4,000 people, the valley lies below the mountains.",
    "Search teams found 3 of the soldiers on Friday.",
    "Video of the camp shows 400 tents.",
    "Photos: The archive of the camp holds 4,000 of them, Sand said.",
    "Images by satellite show 400 tents in the valley, the council said.",
    "Correction of the border took 3 years.",
    "Update the plan by June, the council told the envoy.",
    "The council told the envoy: sign up 400 soldiers or leave.",
    "May 3, 2024 will be the last day of the camp, the envoy said.",
    "Halden/Norden trade fell by 4 percent in May.",
    "Why not?",
    "She paused.",
    "“No.”",
    "Yes 33%",
]


@pytest.mark.parametrize("line", ANYWHERE)
def test_anywhere(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == [line]
    assert boilerplate(below(read, line)) == [line]


@pytest.mark.parametrize("line", ABOVE)
def test_above_the_story(read: Reader, line: str) -> None:
    assert boilerplate(above(read, line)) == [line]
    assert boilerplate(above(read, "By Jane Doe", line))[-1] == line


@pytest.mark.parametrize("line", BELOW)
def test_below_the_story(read: Reader, line: str) -> None:
    assert boilerplate(below(read, line)) == [line]
    assert boilerplate(below(read, line, "© 2024 The Example Post")) == [line, "© 2024 The Example Post"]


@pytest.mark.parametrize("line", STORY)
def test_the_story_stays(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == []
    assert boilerplate(below(read, line)) == []
    assert boilerplate(above(read, line)) == []


@pytest.mark.parametrize(
    "line", ["Jane Doe is a reporter for The Example Post.", "Her book comes out in June."]
)
def test_author_notes_stay_within_the_story(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == []


def test_somebody_the_story_speaks_of_is_no_author(read: Reader) -> None:
    assert boilerplate(below(read, "Mia Sand is a former professor at the Example Institute.")) == []


def test_a_byline_does_not_make_the_author_a_part_of_the_story(read: Reader) -> None:
    article = read(
        "\n\n".join(("Mission to shrink", "By Jane Doe", LEAD, LAST, "Jane Doe is a reporter in Norden."))
    )
    assert boilerplate(article) == ["By Jane Doe", "Jane Doe is a reporter in Norden."]


def test_links_below_their_heading(read: Reader) -> None:
    links = ["Related stories", "Camp at Halden closes", "Council meets in Norden"]
    assert boilerplate(below(read, *links)) == links
    article = read("\n\n".join(("Mission to shrink", LEAD, *links, SECOND, LAST)))
    assert boilerplate(article) == links


def test_a_note_before_a_line_no_pattern_knows(read: Reader) -> None:
    note = "Jane Doe is a reporter for The Example Post."
    assert boilerplate(below(read, note, "The Example Post: news from the north since 1871")) == [note]


def test_labels_below_the_story(read: Reader) -> None:
    labels = ["Explore more on these topics", "Shipping", "Norden", "news", "Reuse this content"]
    assert boilerplate(below(read, *labels)) == labels
    assert boilerplate(below(read, "In:", "Norden", "Jane Doe", "© 2024 Example")) == [
        *("In:", "Norden", "Jane Doe", "© 2024 Example"),
    ]


def test_a_list_that_ends_the_story_stays(read: Reader) -> None:
    assert boilerplate(below(read, "The members are:", "Norden", "Suden")) == []
    assert boilerplate(below(read, "Norden 300", "Suden 100")) == []
    assert boilerplate(below(read, "An end without a stop")) == []


def test_nothing_but_labels(read: Reader) -> None:
    assert boilerplate(read("Mission to shrink\n\nNorden\n\nHalden")) == []


@pytest.mark.parametrize(
    "title", ["Opinion: Keep the camp", "Watch: the camp in Halden closes", "More: the play"]
)
def test_titles_may_begin_as_links_do(read: Reader, title: str) -> None:
    article = read(f"{title}\n\n{LEAD}\n\n{LAST}\n")
    assert boilerplate(article) == []
    assert article.title == title


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Doe and John Roe", "Example Agency"])
def test_names_alone_under_the_title(read: Reader, line: str) -> None:
    assert boilerplate(above(read, line)) == [line]
    assert boilerplate(within(read, line)) == []


def test_headlines_are_no_names(read: Reader) -> None:
    assert boilerplate(above(read, "NORDEN LEAVES THE CAMP.")) == []
    assert boilerplate(read(f"Jane Doe\n\n{LEAD}\n\n{LAST}\n")) == []


def test_a_single_paragraph_is_never_boilerplate(read: Reader) -> None:
    assert boilerplate(read("Sign up for our newsletter.")) == []


def test_an_article_of_nothing_else(read: Reader) -> None:
    article = read("Advertisement\n\nShare this article\n")
    assert len(boilerplate(article)) == 2
    assert article.title == "halden"


def test_lines_that_the_author_names(read: Reader) -> None:
    front_matter = "---\nskip: ['the example post wire', 'LIVE BLOG']\n---\n"
    line = "The Example Post Wire brings you 400 stories a day, the envoy said."
    assert boilerplate(above(read, line, front_matter=front_matter)) == [line]


def test_author_and_publisher_alone_above_the_story(read: Reader) -> None:
    front_matter = "---\nauthor: Jane Doe\npublisher: The Example Post\n---\n"
    article = above(read, "Jane Doe", "The Example Post", front_matter=front_matter)
    assert boilerplate(article) == ["Jane Doe", "The Example Post"]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("Jane Doe",)),
        ("By Jane Doe and John van der Roe", ("Jane Doe", "John van der Roe")),
        ("By Jane Doe, John Roe and Max Moe", ("Jane Doe", "John Roe", "Max Moe")),
        ("By Jane Doe and John Roe, The Example Post", ("Jane Doe", "John Roe")),
        ("By Jane Doe | Example Agency", ("Jane Doe",)),
        ("By Jane Doe in Halden", ("Jane Doe",)),
        ("By Our Staff Correspondent", ()),
        ("By Reuters", ()),
        ("May 3, 2024", ()),
    ],
)
def test_authors_stated_in_a_byline(read: Reader, byline: str, authors: tuple[str, ...]) -> None:
    assert above(read, byline).metadata.authors == authors


@pytest.mark.parametrize(
    ("note", "authors", "publisher"),
    [
        ("Jane Doe is The Example Post’s senior writer on defense.", ("Jane Doe",), "The Example Post"),
        ("Jane Doe is the Example Post's White House correspondent.", ("Jane Doe",), "Example Post"),
        ("Jane Doe is a reporter for The Example Post.", ("Jane Doe",), ""),
        ("Jane Doe and John Roe are correspondents of Example Agency.", ("Jane Doe", "John Roe"), ""),
        ("Jane Doe is a professor at the Example Institute.", (), ""),
        ("Doe is a Norden-based reporter for Example Agency.", (), ""),
    ],
)
def test_author_stated_in_a_note(read: Reader, note: str, authors: tuple[str, ...], publisher: str) -> None:
    metadata = below(read, note).metadata
    assert (metadata.authors, metadata.publisher) == (authors, publisher)


def test_authors_given_go_before_a_byline(read: Reader) -> None:
    assert above(read, "By Jane Doe", front_matter="---\nauthor: J. D.\n---\n").metadata.authors == ("J. D.",)
