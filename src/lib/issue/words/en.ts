import type { LetterWords } from './words.ts';

export const en: LetterWords = {
	issue: [/issue|edition|e-?mail|newsletter|letter|digest|bulletin|briefing|dispatch|recap|post/u],
	numbered: [
		/issue|edition|number|no\.|num\.?|episode|vol\.?|volume|week|weekly|newsletter|digest/u
	],
	beforeCounts: [
		/in|on|at|by|of|to|for|from|with|the|a|and|or|our|my|your|these|those|top|part|season|chapter|day|year|over|about|than|after|before|until|under|only|first|last|next/u
	],

	calls: [
		/continue|rsvp|view (the )?(offer|deal|job|event|menu|programme?)|(listen to|watch|play) the (episode|podcast|film|trailer|replay)|save (your|my) (seat|spot|place)|start (your |a |my )?(free )?trial|visit (the |our )?(web)?site/u,
		/read( it| on| more| now| online| this)?/u,
		/read( the| our| this)? (full |whole |original |entire )?(article|story|post|report|rest|blog post|essay|interview|thread|paper|docs|announcement|newsletter|issue)s?/u,
		/(continue|keep) reading/u,
		/(learn|find out|discover|see|view|show|get|know) (more|details)/u,
		/more( info(rmation)?| details| here)?/u,
		/(watch|listen|download|register|subscribe|sign up|apply|buy|book|join|discover|explore|try)( it| now| here| today| the (video|talk|episode|podcast|recording|replay)| for free| free)*/u,
		/(check|try) it( out)?( now)?|(see|view|open|visit)( it| now| here)?/u,
		/(book|reserve|get|buy|grab) (your |a |my )?(tickets?|seats?|places?|spots?|copy)( now| here)?/u,
		/(shop|order)( now| it)?|add to (cart|basket|bag)/u,
		/(click |right |over )?here/u,
		/(view|see|show) (all|this|it|in|on|the) .{1,30}/u,
		/join us( (?:on|for|here|now|live|today|there).{0,16})?|upgrade( to paid)?|(log|sign) in|get (it|yours|started|tickets?)( now| here)?/u,
		/(claim|redeem|unlock|get) (your|my|this|the) (\S+ )?(offer|discount|gift|deal|access)( now| today)?/u,
		/link to\b.{1,30}/u,
		/(original|full|complete) (article|post|source|text)/u
	],
	all: [/(?:see|view|show|browse|explore) all .{3,40}|all (?:articles|news|stories|events|jobs)/u],
	appendices: [
		/(source|link|via|details|full story|article|website|github|repo(sitory)?|slides|video|code|demo|docs|paper|pdf|tweet|thread|discussion|discuss|comment|reply|share|forward|like|save|permalink|hn|reddit)s?/u,
		/(\d{1,6} )?(comments?|likes?|shares?)/u,
		/(leave|post|add|write|view) (a |all |your )?(\d{1,6} )?comments?|join the (conversation|discussion)|(give|send) feedback|reply( to this email)?/u,
		/share (this|it|with a friend|.{1,25} with a friend)( .{1,20})?|(forward|send) (this )?to a friend/u
	],
	refrains: [
		/why (?:it|this) matters|what happened|what['’]s (?:new|next|happening)|what they['’]re saying|the (?:big picture|details|bottom line|takeaway|context|intrigue|latest|backdrop)/u,
		/(?:so,? )?why (?:does|should) (?:this|that|it|you|we|i) (?:matter|care)(?: to (?:you|us))?|(?:key |main )?takeaways?|my take|how to use it/u,
		/(?:zoom|zooming) (?:in|out)|by the numbers|between the lines|go deeper|driving the news|yes,? but|the other side|our take|bottom line|context|background|big picture|looking ahead|state of play|how it works|tl;?dr/u
	],
	further: [
		/going further|go(?:ing)? deeper|(?:for )?further reading|(?:see|read) also|related (?:reading|stories|links)|more on this(?: (?:story|topic))?/u
	],
	contents: [
		/(?:what['’]?s )?in (?:this|today['’]s) (?:issue|edition|e-?mail|newsletter|episode)|table of contents|contents|what['’]s inside/u
	],
	sections: [
		'news|articles|article|videos|video|libraries|library|tools|tool|code|design|events|event|jobs|job|podcasts|podcast|books',
		'tutorials|tutorial|releases|release|announcements|links|quick links|quick hits|miscellaneous|misc|other|opinion',
		'opinions|interesting|business|security|performance|community|research|data|culture|reading|reads|watch|listen|learn',
		'headlines|top stories|must read|must reads|in brief|briefs|briefly|shorts|short takes|around the web|elsewhere|fun',
		'sponsor|sponsors|sponsored|comment|comments|editorial|introduction|intro|and finally|projects|packages|frameworks',
		'tips|tricks|resources|discussions|blog posts|upcoming events|conferences|meetups|deep dive|deep dives',
		'quote of the day|quote of the week|chart of the day|chart of the week|photo of the day|photos of the day|number of the day|stat of the day',
		'the big story|one more thing|1 more thing|must-reads|the must-reads|what we’re reading|what else we’re reading|worth a read|worth reading|the rundown',
		'in other news|people|funding|deals|markets|tech|politics|world|science|health|sports|sport|climate|energy|trivia|recommendations',
		'open data|save the date|our picks|editors’ picks|editor’s picks|staff picks'
	],

	online: [
		/(?:view|read|open|see)\b.{0,40}(?:browser|online|on the web|web version|in your browser)/u,
		/(?:web|online) version|(?:can['’]t|cannot|trouble|problem|difficult).{0,40}(?:view|see|read)/u,
		/^(?:read|view|open)(?: this)? on \S+\.\S+$/u
	],
	foot: [
		/unsubscribe|opt[- ]?out|(?:no longer wish|stop) to receive|stop receiving|leave (?:this|the|our) (?:mailing )?list|stop these e-?mails|remove me from|you (?:get|are getting) (?:this|our) .{1,20} because/u,
		/manage (?:your |my )?(?:e-?mail )?(?:subscription|preference)|(?:update|change|edit) (?:your |my )?(?:e-?mail |profile |subscription )?(?:preferences|profile|settings|address)|email preferences/u,
		/(?:you(?:['’]?(?:re| are)?|['’]ve)|why am i) (?:receiv\w+|got(?:ten)?|getting|been sent) (?:this|our|the)|you (?:signed up|subscribed|opted in)|because you(?:['’]re|['’]ve| are| have)? ?(?:subscribed|signed up|opted)/u,
		/all rights reserved|copyright ©|©\s*(?:20\d\d|copyright)|our mailing address|privacy policy|terms of (?:use|service)/u,
		/powered by (?:mailchimp|substack|beehiiv|ghost|buttondown|revue|convertkit|kit|sendinblue|brevo)|email marketing powered/u,
		/^(?:this|today['’]s) .{1,40} (?:is|was) (?:edited|written|curated|compiled|produced) by/u
	],
	leaving: [/unsubscribe|opt-?out/u],
	passedOn: [
		/(?:was|has) this (?:e-?mail |newsletter |message |issue )?(?:been )?(?:forwarded|sent) to you|did someone forward|forwarded (?:you )?this (?:e-?mail|message|newsletter)/u
	],
	follow: [/(?:follow|join|find|like|connect with)(?: us| me)?(?: on)?/u],
	forwarded: [
		/(?:forwarded|original) message|begin forwarded message/u,
		/(?:from|sent|date|subject|to|cc|reply-to)\s?:\s\S/u
	],

	subject: [/subject/u],
	subjectMarks: [/fwd?|re/u],
	house: [
		/how (?:can )?you can help|let me (?:hear|know)|before you go|download (?:the|our) .{1,40} app|that['’]s (?:all|it)/u,
		/contribut(?:e|ing|ors?|ions?)(?:(?=\W*$)| to (?:us|this|the (?:newsletter|letter|issue|project)|(?:\S+ ){1,2}(?:newsletter|weekly|digest)(?=\W*$)))/u,
		/support(?:(?=\W*$)| (?:us|me|this|our|the (?:newsletter|letter|show|work|team|project)))/u,
		/(?:(?:a |an )?(?:sidebar|note|word|welcome|introduction) )?(?:for|to) (?:all |our )?new(?:er)? (?:readers|subscribers|members)(?=\W*$)|new here(?=\W*$)/u,
		/about(?:(?=\W*$)| (?:us|me|the (?:authors?|editors?|newsletter|letter|team)|this (?:newsletter|letter|issue|e-?mail)))/u,
		/feedback(?:(?=\W*$)| (?:is|welcome|on|form))|advertis(?:e|ing)(?:(?=\W*$)| (?:with|in|here|on))/u,
		/sponsor (?:us|me|this|our|the (?:newsletter|letter|next))|become an? (?:member|sponsor|partner|patron|supporter|subscriber|friend|contributor|paid|premium)/u,
		/share(?:(?=\W*$)| (?:this|us|with|rubr)| the(?: \S+){1,2}(?=\W*$))|spread the (?:word|love|news)/u,
		/refer(?:(?=\W*$)| (?:a|an|your|and|friends?))|follow(?:(?=\W*$)| (?:us|me|along|our)|(?: \S+){1,3} on (?:x|twitter|mastodon|linkedin|bluesky|instagram|threads))/u,
		/stay (?:in touch|connected)|connect with (?:us|me)|contact(?:(?=\W*$)|s| (?:us|me|the (?:editor|team)))|get in touch/u,
		/help us (?:grow|out|improve|reach|make|spread|with)|tell us(?:(?=\W*$)| (?:what|how|about|more))|what did you think|how did (?:we|you (?:like|enjoy|find))(?![\p{L}])/u,
		/subscribe(?![\p{L}])|join (?:(?:us|me)(?:(?=\W*$)| (?:on|here|now|today|as)(?![\p{L}]))|our|the (?:community|conversation|discussion|club|newsletter|discord|slack|waitlist|list))/u,
		/thank(?:s| you)(?:(?=\W*$)| (?:to|for (?:reading|subscribing|being|your|the|sharing|supporting)|you|everyone|all))|until next|see you(?:(?=\W*$)| (?:next|soon|then|in \p{L}+|on)(?=\W*$))/u,
		/related (?:posts|articles|stories)|recent posts|you (?:may|might) also like|leave a (?:reply|comment)|newsletter$/u,
		/(?:previous|past|earlier|recent) (?:issues|editions|newsletters|letters)(?=\W*$)/u,
		/(?:credits|colophon|imprint)(?=\W*$)/u
	],
	houseLeads: [
		/(?:many )?thanks? (?:to|you(?: to| all|\W*$| for (?:reading|your|subscribing)))|subscribe|follow (?:us|me)|share (?:this|us)|advertise|feedback(?=\W*$)/u
	],
	sells: [
		/\b(?:advertise (?:with us|here|in (?:this|our))|sponsor (?:us|this newsletter)|become our (?:sponsor|partner|member|patron)|post your job)/u,
		// of whoever reads: "Heatwave to reach 38 degrees", "Norway is to become a member"
		/(?:^|(?:^|[ ,])(?:you|want|like|here|how|and|or|us)(?: to| can)? |[.!?:|–—-] )(?:advertise (?:with|in)|become a (?:sponsor|partner|member|patron)|reach (?:over |more than )?\d[\d,.k]* |post a job)/u,
		/^(?:subscribe(?: now| today)?|upgrade|go (?:pro|premium))\b(?=.{0,40}$)/u,
		/^join (?:our|the) (?:community|discord|slack|club)\b.{0,30}$/u
	],
	help: [
		/\byou(?:['’]ve| have)?(?: currently)? (?:have |got |made )?\d+ referrals?\b|\b(?:your )?referral (?:count|hub|link)\b|\bcopy (?:and|&) paste (?:this|your) link\b|\b(?:buy|get) (?:me|us) (?:a|another) (?:coffee|beer|tea)\b/u
	],
	opinions: [
		/what (?:did|do) you think (?:of|about) (?:today['’]s|this|our)/u,
		/how (?:was|did you like|would you rate|are you liking) (?:today['’]s|this|our)/u,
		/(?:did|do) you (?:enjoy|like) (?:today['’]s|this|our)/u,
		/(?:rate|grade) (?:today['’]s|this|our)/u
	],
	opinionsWhole: [/how did we do/u],
	polls: [
		/(?:the |our |(?:today|this week)['’]s |reader |daily |weekly ){0,3}(?:poll|quiz|question)(?: of the (?:day|week|month))?/u
	],
	farewells: [
		/p\.?\s?-?s\.?\s?[:.–-]|follow(?:-| )(?:me|us)\b|did you (?:enjoy|like)|(?:if you )?(?:enjoy(?:ed|ing)?|lik(?:ed?|ing)) (?:this|what|reading|our|the)/u,
		/how (?:did|was) (?:we|you|this)|how do you (?:like|feel|find|rate)|what did you think|(?:please |feel free to )?(?:forward|share) (?:this|it|us)|tell a friend|thank(?:s| you) for (?:reading|subscribing|being)/u,
		/until next|see you (?:next|soon|in|on)|that['’]s (?:all|it|a wrap)\b|have a (?:great|good|nice|lovely)|happy \w+ing[!.]|love (?=.{1,40}\?)|share your (?:referral|unique)/u,
		/subscribe to (?:this|our)|want to (?:advertise|sponsor|see more|promote)|(?:if you )?(?:have|got) (?:any )?(?:feedback|questions|comments|suggestions)/u,
		/(?:(?:kind|best|warm|with kind) (?:regards|wishes)|(?:all the )?best|talk soon|cheers|yours|sincerely)\W*$/u
	],
	ahead: [/today|this week|in this (?:issue|edition)|coming up/u],
	greetings: [
		/gm(?=,? \p{L}+[.,!])|hi|hello|hey|welcome|good (?:morning|afternoon|evening)|happy (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|new year|weekend)|greetings|dear/u
	],
	ofItself: [
		/\b(?:issue|edition)\b|\b(?:weekly|monthly|daily|biweekly) (?:newsletter|summary|digest|round-?up)|brought to you by|\bsubscribe\b|\b(?:feedback|tips|pull request|suggestions)\b|\bthe (?:newsletter|letter|dispatch) (?:that|which|where|for)\b/u
	],
	editorials: [
		/editorial(?!(?:\s+\S+){4})|(?:intro(?:duction)?|comment|foreword)(?=\s*(?:$|[:|–—.!(-]))|(?:welcome|hello|hi)(?!(?:\s+\S+){4})|(?:a )?(?:(?:note|letter|word) )?from (?:the|your|our) editors?|editor['’]s (?:note|letter)/u
	],
	announcing: [/in (?:today|this week)['’]s|(?:today|this week) in/u],
	beside: [/(?:many )?thanks? (?:you )?to|thanks,|please|see also|also see|more (?:on|about) th/u],

	sponsors: [
		/(?:this (?:issue|newsletter|edition|week|email)(?: is|['’]s)?.{0,20} )?sponsor(?:ed|s|ing)?(?: (?:by|post|link|message|content|article|spotlight|of the week))?/u,
		/sponsors?|promoted(?: by)?|ad|together with|paid (?:partnership|content|post)/u,
		/(?:this is (?:a|an) )?(?:paid )?(?:advertisement|advertorial|ad placement)/u,
		/(?:from )?our friends (?:at|from|over at)/u,
		/sponsor spotlight|today['’]s sponsors?|thanks to our (?:sponsors?|partners?)|(?:featured|presenting) (?:sponsor|partner)|paid promotion|made possible by|this section is (?:sponsored|brought to you|presented|supported) by/u,
		/(?:a )?(?:message|word) from (?!(?:the|your|our) (?:editor|team|founder|author)|me(?![\p{L}])).{2,40}$/u,
		/a (?:word|message|note) from (?:our|this week['’]s) (?:sponsors?|partners?|friends)/u,
		/(?:thanks|thank you) to .{1,40} for (?:sponsoring|supporting).{0,40}/u,
		/(?:brought to you|presented|powered|supported) by|(?:in )?partner(?:ship)? (?:with|content)/u,
		/(?:(?:from )?our|this (?:week|month|issue)['’]s) (?:sponsors?|partners?)(?: (?:of|for) the (?:week|month|day|issue))?/u
	],
	sponsorsAlone: [/sponsors?|sponsored|ads?|promoted|advertisement/u],
	sponsorsOfIssue: [
		/.{2,30}['’]s (?:issue|edition|newsletter) is (?:sponsored|brought to you|supported|presented|made possible) by/u,
		/(?:this|today['’]?s)[ ]?(?:week['’]s )?(?:issue|edition|newsletter|letter|digest|bulletin|dispatch|e-?mail|episode)\b.{0,40}\b(?:sponsored|brought to you|supported|presented|made possible) by/u,
		// "Small Parts is supported this week by …": for a time, so that it is said of the letter
		/.{2,60} is (?:kindly )?(?:sponsored|brought to you|supported|presented|made possible) (?:this (?:week|month|time|issue)|today) by/u
	],
	sponsoredBehind: [/sponsored/u],
	sponsorTags: [/sponsor(?:ed)?|ad|partner|promoted/u],
	paidBy: [/by|with|from/u],
	trade: [/advertising|advertisements?|ads?|partnerships?|partners?/u],

	deeds: [
		/(?:\d{1,6} )?(?:like[sd]?|hearts?|comments?|reactions?|restacks?|shares?|retweets?)/u,
		/(?:re)?tweet(?: this| it)?|forward(?: (?:this|it|to a friend))?|pin(?: it)?|buffer|e-?mail(?: this)?|toot|post/u,
		/(?:read|open|view)(?: in)? (?:the )?app(?:lication)?|(?:upgrade to|manage) (?:paid|subscription)|get the app|start writing/u,
		/(?:download|get it|available) (?:on|from) (?:the )?(?:app store|google play)|download (?:the|our) .{1,30} app/u,
		/pledge|pledge your support|subscribed|copy link/u
	],
	share: [/share(?: (?:this|it))?(?: (?:on|via|with))?/u],

	bylines: [/(?:(?:written|words|text|story|reported|reporting)\s+)?by|authors?\s*:/u],
	by: [
		/(?:(?:written|words|text|story|reported|reporting|posted|curated|edited|illustration|photos?|images?) )?by/u
	],
	reading: [/read|listen|watch/u],
	credits: [
		/(?:top |cover )?(?:photos?|images?|pictures?|illustrations?|credits?|source)(?: (?:by|credits?|photos?|images?|courtesy of)){0,2}/u
	],
	proposed: [/(?:shared|suggested|recommended) by/u],
	at: [/at|from/u],
	oclock: [/[ap]\.?m\.?/u],
	until: [/to|until/u]
};
