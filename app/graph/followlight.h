// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followroute.h"
#include "graphview.h"

namespace app::graph {

// Over a live picture, a light on one step of a request: everything else is dimmed, a large dot goes slowly
// from who asks to who is asked, and the sentence stands below. Lies on the view, which the mouse goes on
// using. Moves only while it is seen, and not at all in a theme that keeps still. GUI thread.
class FollowLight : public QWidget
{
    Q_OBJECT
public:
    // Belongs to the view.
    FollowLight(GraphView &view, const model::packaging::Packaging &packaging);

    void setTheme(const style::Theme &theme);
    // The view moves to where it takes place, if that is not seen.
    void show(const FollowedStep &step);
    // Only words, over the whole picture.
    void say(const QString &words);
    bool saysOnly() const { return m_step.has_value() && m_saysOnly; }
    void putOut();
    const std::optional<FollowedStep> &step() const { return m_step; }
    // How far the dot has come, 0 to 1.
    double progress() const { return m_progress; }
    bool isMoving() const { return m_frames.isActive(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bringIntoView() const;
    void setOut();
    void advance();

    GraphView &m_view;
    model::packaging::Packaging m_packaging;
    style::Theme m_theme = style::Theme::light();
    std::optional<FollowedStep> m_step;
    bool m_saysOnly = false;
    double m_progress = 0;
    QElapsedTimer m_since;
    QTimer m_frames;
};

} // namespace app::graph
