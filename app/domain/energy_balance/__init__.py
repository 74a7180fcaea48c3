"""The dynamic model of adult body weight and body composition (Hall 2011)."""
