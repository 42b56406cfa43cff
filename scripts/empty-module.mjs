// Stands in for the package "server-only" outside Next, where that package throws.
