"""What a build knows, for other programs: JSON, W3C annotations, schema.org in the pages, CSV beside the tables."""
