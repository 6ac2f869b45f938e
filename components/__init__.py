"""What is seen: layouts, figure builders and the callbacks that bind them."""
