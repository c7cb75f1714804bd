// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followlight.h"

#include "followpainter.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace app::graph {

using namespace std::chrono_literals;

namespace {

constexpr auto frameOfLight = 40ms;
constexpr std::chrono::duration<double, std::milli> travel{1400}; // slow enough for the eye

} // namespace

FollowLight::FollowLight(GraphView &view, const model::packaging::Packaging &packaging)
    : QWidget(&view)
    , m_view(view)
    , m_packaging(packaging)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The step of the request that is followed, in %1").arg(packaging.title));
    m_frames.setInterval(frameOfLight);
    connect(&m_frames, &QTimer::timeout, this, &FollowLight::advance);
    view.installEventFilter(this);
    setGeometry(view.rect());
    hide();
}

void FollowLight::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_frames.stop();
    setOut();
    update();
}

void FollowLight::show(const FollowedStep &step)
{
    m_step = step;
    m_saysOnly = false;
    m_progress = 0;
    m_since.start();
    bringIntoView();
    setAccessibleDescription(step.words);
    raise();
    QWidget::show();
    setOut();
    update();
}

void FollowLight::say(const QString &words)
{
    m_frames.stop();
    m_step = FollowedStep{.from = {}, .to = {}, .isTrouble = false, .words = words};
    m_progress = 1;
    setAccessibleDescription(words);
    m_saysOnly = true;
    raise();
    QWidget::show();
    update();
}

void FollowLight::putOut()
{
    m_step.reset();
    m_frames.stop();
    hide();
}

// Both ends; where these are too far from each other, who is asked.
void FollowLight::bringIntoView() const
{
    const FollowRoute route(m_view.scene(), m_packaging, *m_step);
    if (route.isEmpty())
        return;
    QRectF all = route.way().boundingRect();
    for (const auto &end : route.ends())
        all |= end;
    m_view.reveal(all);
    m_view.reveal(route.ends().back());
}

// Where nothing moves by itself the dot has arrived: the way and its end say the same.
void FollowLight::setOut()
{
    if (!m_step.has_value() || m_progress >= 1)
        return;
    if (m_theme.isStill())
        m_progress = 1;
    else if (isVisible())
        m_frames.start();
}

// Nobody sees it travel meanwhile; the time of the story goes on.
void FollowLight::hideEvent(QHideEvent *event)
{
    m_frames.stop();
    QWidget::hideEvent(event);
}

void FollowLight::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setOut();
}

void FollowLight::advance()
{
    m_progress = std::min(1.0, static_cast<double>(m_since.elapsed()) / travel.count());
    if (m_progress >= 1)
        m_frames.stop();
    update();
}

bool FollowLight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view && event->type() == QEvent::Resize)
        setGeometry(m_view.rect());
    return QWidget::eventFilter(watched, event);
}

void FollowLight::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_step.has_value())
        return;
    QPainter painter(this);
    const auto route = m_saysOnly ? FollowRoute() : FollowRoute(m_view.scene(), m_packaging, *m_step);
    FollowPainter(painter, m_theme, font())
        .paint({route, *m_step, m_view.transform(), QRectF(rect()), m_progress});
}

} // namespace app::graph
