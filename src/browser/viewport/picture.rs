//! Painting what is seen.

use web_sys::CanvasRenderingContext2d;

use super::Viewport;
use super::sliding::Sliding;
use crate::browser::editing::Editing;
use crate::browser::painter::Painter;
use crate::browser::playhead::Playhead;
use crate::browser::run::ShownRun;
use crate::timeline::{Axis, CollapsedRows, Palette, View, lay_out_on};

/// What a picture is painted on: a canvas of a size, scaled so that 1 is a CSS pixel.
pub(in crate::browser) struct Paper<'a> {
    pub(in crate::browser) cx: &'a CanvasRenderingContext2d,
    pub(in crate::browser) size_px: (f64, f64),
    pub(in crate::browser) palette: Palette<'a>,
}

impl Viewport {
    pub(in crate::browser) fn paint(
        &mut self,
        paper: Paper<'_>,
        axis: Axis,
        (run, playhead, editing): (&ShownRun, &Playhead, &Editing),
    ) -> f64 {
        self.collapse(run, CollapsedRows::keep_up);
        if self.selected.is_none() {
            self.selected = editing.edited(run);
        }
        self.sliding = self.sliding.take().and_then(Sliding::go_on);
        let (width_px, height_px) = paper.size_px;
        let plain = View {
            window: self.window,
            playhead: run.look(|story| (story.stop_count() > 0).then_some(playhead.at())),
            horizon: run.present(),
            hover: self.hover,
            selected: self.selected,
            path: &self.path,
            pointed: &self.pointed,
            beside: self.beside,
            collapsed: Some(&self.collapsed),
            held: editing.scale(),
            transition: self.sliding.as_ref().map(|sliding| &sliding.transition),
            ..View::whole(width_px, height_px, axis, &self.label_texts)
        };
        let picture = editing.with_handles(run, self.selected, self.handle_px, |grips| {
            let view = View {
                drag_handles: grips,
                ..plain
            };
            run.look(|story| lay_out_on(story, &view, &mut self.progressive))
        });
        let painter = Painter::new(paper.cx, paper.palette).dressed(&self.dress);
        painter.paint(&picture.shapes, paper.size_px);
        let height_px = picture.height_px;
        self.picture = Some(picture);
        height_px
    }
}
