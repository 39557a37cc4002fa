import type { Row } from '../rows.ts';

/** What a newsletter about food writes about. */
export const food: readonly Row[] = [
	[
		'recipes',
		'Recipes',
		'Recettes',
		null,
		'recipe, oven, bake, simmer, dough, sauce, seasoning, ingredient, stir, roast',
		'recette, four, cuisson, mijoter, pâte, sauce, assaisonnement, ingrédient, mélanger, rôtir'
	],
	[
		'baking',
		'Bread and pastry',
		'Pains et pâtisseries',
		null,
		'bread, sourdough, flour, pastry, cake, brioche, croissant, yeast, butter, chocolate',
		'pain, levain, farine, pâtisserie, gâteau, brioche, croissant, levure, beurre, chocolat, tarte'
	],
	[
		'vegetables',
		'Fruit and vegetables',
		'Fruits et légumes',
		null,
		'vegetable, fruit, tomato, squash, cabbage, apple, season, salad, mushroom, beans',
		'légume, fruit, tomate, courge, chou, pomme, de saison, salade, champignon, haricot, amap'
	],
	[
		'meat-fish',
		'Meat and fish',
		'Viandes et poissons',
		null,
		'meat, beef, lamb, poultry, fish, seafood, butcher, fishmonger, charcuterie',
		'viande, bœuf, agneau, volaille, poisson, fruits de mer, boucher, poissonnier, charcuterie'
	],
	[
		'cheese',
		'Cheese and dairy',
		'Fromages et produits laitiers',
		null,
		'cheese, dairy, milk, goat cheese, yoghurt, cream, affineur, raw milk',
		'fromage, laitier, lait, chèvre, yaourt, crème, affineur, lait cru'
	],
	[
		'drinks',
		'Wine and drinks',
		'Vins et boissons',
		null,
		'wine, vineyard, winemaker, beer, brewery, cider, cocktail, coffee, tea, vintage',
		'vin, vignoble, vigneron, bière, brasserie artisanale, cidre, cocktail, café, thé, millésime'
	],
	[
		'restaurants',
		'Restaurants and chefs',
		'Restaurants et chefs',
		null,
		'restaurant, chef, menu, bistro, star, kitchen brigade, table, tasting, canteen',
		'restaurant, chef, cheffe, menu, bistrot, étoile, brigade, table, dégustation, cantine'
	]
];
