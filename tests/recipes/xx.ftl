language-name = Xish
page-embed = Xembed
lesson-gather-title = Xgather
