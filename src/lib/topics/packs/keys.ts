/** The packs, and which topics each has: what these are called is said in each language. */
export const packKeys = {
	technology: [
		'ai',
		'security',
		'privacy',
		'sovereignty',
		'development',
		'devices',
		'design',
		'sustainability',
		'work',
		'business'
	],
	marketing: ['marketing', 'advertising', 'search', 'social', 'email', 'media', 'commerce', 'data'],
	'local-news': [
		'town-hall',
		'roads',
		'housing',
		'local-business',
		'courts',
		'associations',
		'environment'
	],
	culture: ['books', 'film', 'music', 'stage', 'exhibitions', 'heritage', 'games'],
	food: ['recipes', 'baking', 'vegetables', 'meat-fish', 'cheese', 'drinks', 'restaurants'],
	education: [
		'teaching',
		'schools',
		'higher-education',
		'edtech',
		'training',
		'inclusion',
		'education-policy'
	],
	'public-sector': [
		'public-finance',
		'procurement',
		'staff',
		'e-government',
		'local-government',
		'law-making',
		'health-social'
	],
	science: [
		'space',
		'climate-science',
		'biology',
		'medicine',
		'physics',
		'mathematics',
		'research-life'
	],
	finance: ['markets', 'central-banks', 'banking', 'saving', 'property', 'taxation', 'crypto'],
	sport: [
		'football',
		'rugby',
		'cycling',
		'running',
		'tennis',
		'team-sports',
		'water-winter',
		'fitness'
	]
} as const;

type PackKey = keyof typeof packKeys;
type TopicKey = (typeof packKeys)[PackKey][number];

/** Packs and their topics in a language. */
export type PackWords = {
	packs: Record<PackKey, string>;
	/** what each topic is called, and the words that speak for it, parted by commas */
	topics: Record<TopicKey, readonly [name: string, words: string]>;
};
