// What is chosen in a select: what is true, also where its reader chose something else before. An option that
// was once chosen takes no attribute for an answer.

/** Shows in each select what its `data-shown` says. */
export function showChoices(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>("select[data-shown]")) {
    select.value = select.dataset["shown"] ?? "";
  }
}
