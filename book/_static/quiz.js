// Tells at once, on the page and to a screen reader, whether an answer holds and why. Nothing is kept.

for (const quiz of document.querySelectorAll("form.ks-quiz:not([data-ready])")) {
  quiz.dataset.ready = "";
  quiz.addEventListener("submit", (event) => event.preventDefault());
  quiz.addEventListener("change", ({ target }) => {
    const told = quiz.querySelector(".ks-quiz-told");
    told.dataset.right = target.dataset.right;
    told.textContent = target.dataset.why;
  });
}
