"""What is true without a computer: frozen values and the functions on them."""
