"""A fictional platform, told from the story of Pemerintah Kabupaten Sukamaju."""
