ALTER TABLE `document` ADD `headings` text DEFAULT '{"sections":[],"over":[],"bare":[]}' NOT NULL;--> statement-breakpoint
ALTER TABLE `document` ADD `habits` text DEFAULT '[]' NOT NULL;