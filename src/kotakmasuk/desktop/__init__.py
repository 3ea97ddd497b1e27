"""The desktop: all Qt, and nothing else; it asks services and draws what they say."""
