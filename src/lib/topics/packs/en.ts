// Long, because it is a list: what each topic is called, and its words.
import type { PackWords } from './keys.ts';

/** Packs of topics in English. */
export const en: PackWords = {
	packs: {
		technology: 'Technology',
		marketing: 'Marketing',
		'local-news': 'Local news',
		culture: 'Culture',
		food: 'Food',
		education: 'Education',
		'public-sector': 'Public sector',
		science: 'Science',
		finance: 'Finance',
		sport: 'Sport'
	},
	topics: {
		// technology
		ai: [
			'Artificial intelligence',
			'ai, artificial intelligence, llm, gpt, chatgpt, openai, anthropic, claude, gemini, mistral, copilot, midjourney, prompt, chatbot, machine learning, deep learning, neural network, language model, training data, generative, inference, hallucination, synthetic voice, transcription, agentic, deepfake'
		],
		security: [
			'Security',
			'security, cybersecurity, vulnerability, breach, ransomware, phishing, malware, password, passkey, two-factor, authentication, encryption, zero-day, exploit, hacker, attack, cve, patch, botnet, ddos, incident, leak'
		],
		privacy: [
			'Privacy',
			'privacy, gdpr, consent, cookie, tracker, surveillance, personal data, data protection, regulator, fine, lawsuit, ai act, dsa, dma, anonymous, ccpa, data broker, metadata, facial recognition, location data'
		],
		sovereignty: [
			'Digital sovereignty',
			'cloud, sovereignty, sovereign, hosting, datacenter, data center, aws, azure, open source, vendor lock-in, infrastructure, public procurement, digital commons, interoperability, server, european, public sector, migration'
		],
		development: [
			'Software and web',
			'developer, programming, javascript, typescript, python, rust, golang, framework, library, api, github, git, database, sql, devops, kubernetes, docker, compiler, refactoring, debugging, release, browser, css, html, frontend, backend, webassembly, software'
		],
		devices: [
			'Devices',
			'smartphone, iphone, android, ios, apple watch, laptop, headset, chip, gpu, semiconductor, wearable, robot, drone, battery, virtual reality, augmented reality, console, quantum'
		],
		design: [
			'Design and accessibility',
			'design, designer, ux, ui, user experience, interface, accessibility, wcag, figma, typography, font, color, contrast, prototype, usability, screen reader, design system, layout, icon, readable, navigation, screen'
		],
		sustainability: [
			'Responsible tech',
			'sustainability, carbon, climate, energy, emissions, electricity, water, recycling, repair, green, footprint, eco-design, renewable, e-waste, refurbished, heat wave, low-tech, power consumption'
		],
		work: [
			'Work and organisation',
			'work, remote work, hybrid, hiring, recruitment, job, career, salary, layoff, manager, management, leadership, team, meeting, productivity, burnout, freelance, office, skill, onboarding'
		],
		business: [
			'Companies and money',
			'startup, funding, venture capital, acquisition, merger, ipo, valuation, revenue, profit, investor, antitrust, monopoly, stock market, bankruptcy, subscription business, fintech, crypto, bitcoin'
		],
		// marketing
		marketing: [
			'Marketing',
			'marketing, brand, branding, persona, positioning, loyalty, growth, funnel, lead generation, b2b, crm, customer journey, storytelling'
		],
		advertising: [
			'Advertising',
			'advertising, advertiser, ads, ad, adtech, programmatic, ad spend, google ads, sponsor, sponsorship, cpm, cpc, banner, billboard, retargeting, media buying, commercial, agency, placement, inventory'
		],
		search: [
			'Search',
			'seo, search engine, search, ranking, backlink, keyword, google search, bing, serp, indexing, crawler, snippet, organic traffic, sitemap, perplexity'
		],
		social: [
			'Social networks',
			'social media, social network, facebook, instagram, tiktok, linkedin, twitter, threads, mastodon, bluesky, fediverse, youtube, snapchat, reddit, influencer, creator, community, followers, hashtag, feed, moderation, viral, whatsapp, discord, reach, algorithm, post, selfie'
		],
		email: [
			'E-mail and newsletters',
			'email, e-mail, newsletter, deliverability, inbox, subject line, unsubscribe, open rate, mailing list, spam, dmarc, dkim, substack, subscriber, preheader, double opt-in, click, open rates, recipient, welcome message, list'
		],
		media: [
			'Media and content',
			'media, journalism, journalist, newsroom, publisher, podcast, video, streaming, editorial, content, paywall, subscription, copywriting, writing, blog, documentary, magazine, press, television, audience, interview, investigation, story'
		],
		commerce: [
			'E-commerce',
			'e-commerce, ecommerce, online store, retail, retailer, marketplace, amazon, shopify, checkout, cart, delivery, shipping, payment, price, product page, return policy, second-hand, consumer, shopping'
		],
		data: [
			'Analytics and data',
			'analytics, metric, measurement, dashboard, google analytics, attribution, a/b test, statistics, data, dataset, visualization, kpi, conversion rate, tracking plan, sample, benchmark, survey, matomo, analysis, correlation'
		],
		// local-news
		'town-hall': [
			'Town hall',
			'town hall, city council, council, mayor, councillor, municipality, by-law, petition, public meeting, referendum, local election'
		],
		roads: [
			'Roads and transport',
			'roadworks, bus, tram, train, station, cycle lane, parking, traffic, bridge, pavement, timetable, commuter'
		],
		housing: [
			'Housing and planning',
			'housing, planning permission, developer, rent, tenant, neighbourhood, building site, demolition, land, affordable homes'
		],
		'local-business': [
			'Shops and business',
			'shop, opening, closure, market, high street, employer, factory, job losses, craftsman, local business'
		],
		courts: [
			'Police and courts',
			'police, court, trial, sentence, arrest, theft, fire brigade, accident, assault, inquest, magistrate'
		],
		associations: [
			'Community life',
			'volunteer, association, charity, fair, club, fundraiser, residents, village hall, food bank, solidarity'
		],
		environment: [
			'Nature and environment',
			'river, flood, waste, recycling, park, trees, air quality, wildlife, drought, pollution'
		],
		// culture
		books: [
			'Books',
			'book, novel, author, publisher, bookshop, library, reading, essay, poetry, translation, literary prize'
		],
		film: [
			'Film and series',
			'film, cinema, director, series, screening, documentary, actor, actress, festival, season, box office'
		],
		music: [
			'Music',
			'concert, album, song, band, singer, orchestra, choir, opera, jazz, composer, vinyl, tour'
		],
		stage: [
			'Theatre and dance',
			'theatre, play, stage, dance, ballet, choreographer, circus, comedy, premiere, playwright'
		],
		exhibitions: [
			'Art and exhibitions',
			'exhibition, museum, gallery, painting, sculpture, photography, artist, curator, drawing, collection'
		],
		heritage: [
			'Heritage and history',
			'heritage, monument, archaeology, archives, castle, restoration, historian, excavation, cathedral'
		],
		games: [
			'Games and comics',
			'video game, board game, comic, manga, graphic novel, player, console game, cartoonist'
		],
		// food
		recipes: [
			'Recipes',
			'recipe, oven, bake, simmer, dough, sauce, seasoning, ingredient, stir, roast'
		],
		baking: [
			'Bread and pastry',
			'bread, sourdough, flour, pastry, cake, brioche, croissant, yeast, butter, chocolate'
		],
		vegetables: [
			'Fruit and vegetables',
			'vegetable, fruit, tomato, squash, cabbage, apple, season, salad, mushroom, beans'
		],
		'meat-fish': [
			'Meat and fish',
			'meat, beef, lamb, poultry, fish, seafood, butcher, fishmonger, charcuterie'
		],
		cheese: [
			'Cheese and dairy',
			'cheese, dairy, milk, goat cheese, yoghurt, cream, affineur, raw milk'
		],
		drinks: [
			'Wine and drinks',
			'wine, vineyard, winemaker, beer, brewery, cider, cocktail, coffee, tea, vintage'
		],
		restaurants: [
			'Restaurants and chefs',
			'restaurant, chef, menu, bistro, star, kitchen brigade, table, tasting, canteen'
		],
		// education
		teaching: [
			'Teaching',
			'teacher, lesson, classroom, curriculum, pedagogy, homework, assessment, teaching'
		],
		schools: [
			'Schools',
			'school, pupil, head teacher, primary school, secondary school, school meals, playground, inspection'
		],
		'higher-education': [
			'Universities',
			'university, student, degree, lecturer, campus, tuition, doctoral, admissions, master'
		],
		edtech: [
			'Digital learning',
			'e-learning, mooc, online course, learning platform, tablet, moodle, screen time, virtual classroom'
		],
		training: [
			'Training and careers',
			'apprenticeship, vocational training, internship, career guidance, certification, adult learning, trainee'
		],
		inclusion: [
			'Inclusion and well-being',
			'inclusion, dyslexia, disability, bullying, special needs, well-being, attendance, absenteeism'
		],
		'education-policy': [
			'Education policy',
			'education minister, reform, funding, union, strike, league table, exam, baccalaureate'
		],
		// public-sector
		'public-finance': [
			'Public finance',
			'public budget, tax, deficit, subsidy, spending review, audit office, grant, levy'
		],
		procurement: [
			'Procurement',
			'procurement, tender, contract award, supplier, framework agreement, bidder'
		],
		staff: [
			'Civil service',
			'civil servant, civil service, public employee, pay scale, competition exam, agency staff'
		],
		'e-government': [
			'Digital services',
			'e-government, online form, digital identity, open data, service design, one-stop shop'
		],
		'local-government': [
			'Local government',
			'local authority, county, region, devolution, mayor, combined authority, district'
		],
		'law-making': [
			'Law and regulation',
			'bill, law, decree, regulation, parliament, amendment, directive, consultation'
		],
		'health-social': [
			'Health and social care',
			'hospital, social care, benefits, pension, public health, elderly care, carers'
		],
		// science
		space: [
			'Space and astronomy',
			'space, rocket, satellite, telescope, planet, galaxy, astronaut, orbit, comet, moon'
		],
		'climate-science': [
			'Climate and Earth',
			'climate, warming, glacier, ocean, volcano, earthquake, carbon cycle, ipcc, drought'
		],
		biology: [
			'Life sciences',
			'cell, gene, dna, protein, bacteria, evolution, species, crispr, microbe, genome'
		],
		medicine: [
			'Medicine and health',
			'clinical trial, vaccine, virus, cancer, patient, therapy, drug, epidemic, diagnosis'
		],
		physics: [
			'Physics and chemistry',
			'quantum, particle, collider, superconductor, laser, molecule, catalyst, nuclear fusion, battery'
		],
		mathematics: [
			'Mathematics',
			'mathematics, theorem, proof, prime, geometry, conjecture, algebra, probability'
		],
		'research-life': [
			'Research and publishing',
			'peer review, preprint, journal, laboratory, research grant, retraction, postdoc, reproducibility'
		],
		// finance
		markets: [
			'Markets',
			'stock market, shares, index, bond, yield, rally, sell-off, volatility, equities, dividend'
		],
		'central-banks': [
			'Rates and central banks',
			'interest rate, central bank, inflation, federal reserve, ecb, monetary policy, rate cut, hike'
		],
		banking: [
			'Banks and insurance',
			'bank, lender, insurer, deposit, credit, capital requirement, mortgage lender, solvency'
		],
		saving: [
			'Saving and pensions',
			'savings, pension, retirement, fund, portfolio, asset allocation, etf, annuity'
		],
		property: [
			'Property',
			'property, real estate, house prices, mortgage, landlord, rent, construction'
		],
		taxation: ['Tax', 'tax, taxation, tax return, vat, deduction, capital gains, tax authority'],
		crypto: [
			'Crypto and fintech',
			'crypto, bitcoin, ethereum, stablecoin, blockchain, fintech, neobank, wallet'
		],
		// sport
		football: [
			'Football',
			'football, goal, striker, goalkeeper, league, transfer, world cup, penalty, referee'
		],
		rugby: ['Rugby', 'rugby, scrum, try, six nations, fly-half, pack, conversion'],
		cycling: [
			'Cycling',
			'cycling, peloton, stage, climb, yellow jersey, time trial, velodrome, breakaway'
		],
		running: [
			'Running and athletics',
			'running, marathon, runner, sprint, trail, track, athletics, interval training, personal best'
		],
		tennis: [
			'Racket sports',
			'tennis, serve, set, grand slam, padel, badminton, table tennis, clay court'
		],
		'team-sports': [
			'Indoor team sports',
			'basketball, handball, volleyball, nba, dunk, court, ice hockey, futsal'
		],
		'water-winter': [
			'Water and winter sports',
			'swimming, sailing, surfing, skiing, snowboard, regatta, pool, biathlon, rowing'
		],
		fitness: [
			'Training and health',
			'training, strength, nutrition, injury, physiotherapist, coach, stretching, recovery'
		]
	}
};
