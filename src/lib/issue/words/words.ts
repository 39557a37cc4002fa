/**
 * Words of one language by which letters mark what is no story, or how they speak of a story. Each is the
 * source of an expression that is matched without regard to case; which part of a text it must be is said
 * beside it. An apostrophe is `['’]`.
 */
export type LetterWords = {
	/** what an issue of a letter is called */
	issue: readonly RegExp[];
	/** what stands before the number of an issue: `Issue 12`, `numéro 12` */
	numbered: readonly RegExp[];
	/** whole word before a number that is no issue's: `a life in 11 hours`, `part 2` */
	beforeCounts: readonly RegExp[];

	/** whole text: asks to go on reading, with a link or without */
	calls?: readonly RegExp[];
	/** whole text: leads to all that there is, and to no story */
	all?: readonly RegExp[];
	/** whole text: a heading where it stands alone, an item's appendix where it is a link */
	appendices?: readonly RegExp[];
	/** whole text: opens a paragraph of a story after story */
	refrains?: readonly RegExp[];
	/** whole text: more to read of the story above; a colon may follow */
	further?: readonly RegExp[];
	/** whole text: a heading over a list of what comes below; a colon may follow */
	contents?: readonly RegExp[];
	/** whole text, without emoji and punctuation: what sections are called */
	sections?: readonly string[];

	/** anywhere: reading the same elsewhere, or on paper */
	online?: readonly RegExp[];
	/** anywhere: what only the foot of a mailing says: leaving it, its law, its service */
	foot?: readonly RegExp[];
	/** anywhere in a link or its address: it leaves the letter */
	leaving?: readonly RegExp[];
	/** anywhere: asks somebody to whom it was passed on */
	passedOn?: readonly RegExp[];
	/** before the name of a network */
	follow?: readonly RegExp[];
	/** beginning: a mail that was forwarded says so */
	forwarded?: readonly RegExp[];

	/** before a colon: the subject of a mail */
	subject?: readonly RegExp[];
	/** whole word before a colon: what mail programs put before the subject of what is answered or passed on */
	subjectMarks?: readonly RegExp[];

	/** beginning of a heading over what the publication says of itself: it says of whom it speaks, or no more */
	house?: readonly RegExp[];
	/** beginning of a paragraph, in bold: the publication's own */
	houseLeads?: readonly RegExp[];
	/** anywhere: the publication sells its space, or asks readers to join */
	sells?: readonly RegExp[];
	/** anywhere: what brings readers or money, and tells no story */
	help?: readonly RegExp[];
	/** beginning: asks what readers think, before what the issue is called */
	opinions?: readonly RegExp[];
	/** beginning: the same in sentences that end otherwise */
	opinionsWhole?: readonly RegExp[];
	/** whole heading: readers are asked to choose an answer below it */
	polls?: readonly RegExp[];
	/** beginning: what an issue ends with */
	farewells?: readonly RegExp[];
	/** behind a greeting, before a colon: when or where what is announced stands */
	ahead?: readonly RegExp[];
	/** beginning: how letters greet */
	greetings?: readonly RegExp[];
	/** anywhere: what a publication says of itself where it presents itself */
	ofItself?: readonly RegExp[];
	/** beginning of a heading over what the editors say themselves */
	editorials?: readonly RegExp[];
	/** beginning: tells what an issue holds, before the letter's own word for itself and a colon */
	announcing?: readonly RegExp[];
	/** beginning of a paragraph: thanks, and where to read on, of what stands above */
	beside?: readonly RegExp[];

	/** beginning: somebody paid for what it marks */
	sponsors?: readonly RegExp[];
	/** whole mark: words of the news as well, which are marks alone, before a colon or in capitals */
	sponsorsAlone?: readonly RegExp[];
	/** beginning: somebody paid for the whole issue */
	sponsorsOfIssue?: readonly RegExp[];
	/** whole text in brackets: somebody paid for what stands before it */
	sponsorTags?: readonly RegExp[];
	/** end of a text, behind a dash or a full stop: somebody paid for it */
	sponsoredBehind?: readonly RegExp[];
	/** behind a mark, before the name of who paid */
	paidBy?: readonly RegExp[];
	/** whole word before a title: what a story is about as well as who paid */
	trade?: readonly RegExp[];

	/** whole text: does something to the page it stands on: likes, comments on, opens it in an app */
	deeds?: readonly RegExp[];
	/** whole text, perhaps before the name of a network: shares it */
	share?: readonly RegExp[];

	/** beginning, before names: who wrote */
	bylines?: readonly RegExp[];
	/** beginning, before names: who wrote, drew or chose */
	by?: readonly RegExp[];
	/** behind a number of minutes: how long it takes to read */
	reading?: readonly RegExp[];
	/** beginning, before a colon or ©: whose picture or source */
	credits?: readonly RegExp[];
	/** behind a name: who proposed a story */
	proposed?: readonly RegExp[];
	/** before a time of day */
	at?: readonly RegExp[];
	/** behind a time of day */
	oclock?: readonly RegExp[];
	/** between two times of day */
	until?: readonly RegExp[];
};
