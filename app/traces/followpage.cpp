// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followpage.h"

#include "waterfallview.h"

#include <app/style/icon.h>
#include <app/style/label.h>
#include <app/style/smallbutton.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

namespace app::traces {

using namespace Qt::StringLiterals;
using style::Icon;

FollowPage::FollowPage(const model::system::System &system,
                       const std::vector<model::packaging::Packaging> &packagings,
                       QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_waterfall(new WaterfallView)
    , m_title(style::label({}, "heading"))
    , m_position(style::label({}, "small"))
{
    auto *controls = new QHBoxLayout;
    buildControls(*controls);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setChildrenCollapsible(false);
    for (size_t fleet = 0; fleet < packagings.size(); ++fleet) {
        m_columns.push_back(new TaleColumn(packagings[fleet].title));
        columns->addWidget(m_columns.back());
        connect(m_columns.back(), &TaleColumn::chosen, this,
                [this, fleet](int step) { turn(static_cast<int>(fleet), step); });
    }
    columns->addWidget(m_waterfall);
    columns->setSizes({300, 380, 520});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(controls);
    column->addWidget(columns, 1);
    const std::pair<Qt::Key, int> keys[] = {{Qt::Key_Left, -1}, {Qt::Key_Right, 1}};
    for (const auto &[key, by] : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setWhatsThis(by < 0 ? tr("In a story: the step before") : tr("In a story: the next step"));
        connect(shortcut, &QShortcut::activated, this, [this, by] { go(step() + by); });
    }
    connect(&m_playing, &QTimer::timeout, this, [this] {
        m_playing.start(m_pace);
        go(step() + 1);
        if (step() + 1 >= static_cast<int>(tale().steps.size()))
            setPlaying(false);
    });
    m_playing.setSingleShot(true);
}

void FollowPage::buildControls(QHBoxLayout &row)
{
    auto *leave
        = style::smallButton(tr("All requests"), tr("Back to the list; the picture goes on as before"));
    m_guilty = style::smallButton(tr("Where it fails"), tr("To the step at which this request fails"));
    m_guilty->setProperty("kind", u"danger"_s);
    m_back = style::smallButton(tr("Back"), tr("The step before (Left)"));
    m_play = style::smallButton(tr("Play"), tr("Tell the story by itself, slowly"));
    m_next = style::smallButton(tr("Next"), tr("The next step (Right)"));
    auto *exporting = style::smallButton(
        tr("Export…"), tr("The story as a drawing (SVG), a film (GIF), and a picture of each step (PNG)"));
    leave->setIcon(style::icon(Icon::Leave));
    m_guilty->setIcon(style::icon(Icon::Fail, style::Role::Bad));
    m_back->setIcon(style::icon(Icon::Back));
    m_next->setIcon(style::icon(Icon::Forward));
    m_next->setLayoutDirection(Qt::RightToLeft); // where it leads to
    exporting->setIcon(style::icon(Icon::Export));
    m_title->setWordWrap(false);
    m_position->setWordWrap(false);
    row.setSpacing(6);
    row.addWidget(leave);
    row.addSpacing(8);
    row.addWidget(m_title);
    row.addStretch(1);
    row.addWidget(m_position);
    for (auto *button : {m_guilty, m_back, m_play, m_next, exporting})
        row.addWidget(button);
    connect(leave, &QPushButton::clicked, this, [this] {
        stop();
        Q_EMIT left();
    });
    connect(m_guilty, &QPushButton::clicked, this, [this] { go(tale().guilty); });
    connect(m_back, &QPushButton::clicked, this, [this] { go(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(step() + 1); });
    connect(m_play, &QPushButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(exporting, &QPushButton::clicked, this, [this] {
        stop();
        Q_EMIT exportWanted(telling());
    });
}

void FollowPage::setTheme(const style::Theme &theme)
{
    for (auto *each : m_columns)
        each->setTheme(theme);
    m_waterfall->setTheme(theme);
}

void FollowPage::setFleetVisible(int fleet, bool visible)
{
    column(fleet).setVisible(visible || fleet == m_fleet);
}

int FollowPage::step() const
{
    return column(m_fleet).step();
}

const Tale &FollowPage::tale() const
{
    return column(m_fleet).tale();
}

std::vector<ToldShape> FollowPage::telling() const
{
    std::vector<ToldShape> shapes;
    for (int fleet = 0; fleet < static_cast<int>(m_columns.size()); ++fleet) {
        const auto &told = column(fleet).tale();
        if (told.steps.empty() || column(fleet).isHidden())
            continue;
        ToldShape shape{fleet, told, {}};
        for (int step = 0; step < static_cast<int>(tale().steps.size()); ++step)
            shape.moments.push_back(fleet == m_fleet ? step : likeStep(tale(), step, told));
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

void FollowPage::follow(int fleet, const model::telemetry::Trace &trace)
{
    m_fleet = fleet;
    column(fleet).show();
    const auto &packaging = m_packagings[static_cast<size_t>(fleet)];
    m_waterfall->show(trace, m_system, packaging);
    for (int each = 0; each < static_cast<int>(m_columns.size()); ++each) {
        column(each).tell({}); // another request's
        Q_EMIT nothingShown(each);
    }
    column(fleet).tell(taleOf(trace, m_system, packaging));
    m_title->setText(tr("%1, step by step").arg(tale().title));
    go(0);
    column(fleet).list().setFocus();
}

void FollowPage::compareWith(int fleet, const model::telemetry::Trace &trace)
{
    const auto told = taleOf(trace, m_system, m_packagings[static_cast<size_t>(fleet)]);
    if (fleet == m_fleet || step() < 0 || told == column(fleet).tale())
        return;
    column(fleet).tell(told);
    if (told.steps.empty())
        Q_EMIT nothingShown(fleet);
    go(step());
}

// One that a person has pointed at.
void FollowPage::turn(int fleet, int step)
{
    m_at = {fleet, step};
    showStep();
}

void FollowPage::go(int step)
{
    if (step >= 0 && step < static_cast<int>(tale().steps.size()))
        turn(m_fleet, step);
}

void FollowPage::showStep()
{
    const auto &told = column(m_at.fleet).tale();
    for (int fleet = 0; fleet < static_cast<int>(m_columns.size()); ++fleet) {
        auto &each = column(fleet);
        const int like = fleet == m_at.fleet ? m_at.step : likeStep(told, m_at.step, each.tale());
        if (like < 0 || like == each.step())
            continue;
        each.turnTo(like);
        Q_EMIT stepShown(fleet, each.tale().steps[static_cast<size_t>(like)]);
    }
    m_waterfall->point(tale().steps[static_cast<size_t>(step())].span);
    showControls();
}

void FollowPage::stop()
{
    setPlaying(false);
}

void FollowPage::setPlaying(bool playing)
{
    if (playing) {
        if (step() + 1 >= static_cast<int>(tale().steps.size()))
            go(0);
        m_playing.start(m_pace);
    } else {
        m_playing.stop();
    }
    showControls();
}

void FollowPage::showControls()
{
    const auto last = static_cast<int>(tale().steps.size()) - 1;
    m_play->setText(isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setIcon(style::icon(isPlaying() ? Icon::Pause : Icon::Play));
    m_guilty->setVisible(tale().guilty >= 0);
    m_back->setEnabled(step() > 0);
    m_next->setEnabled(step() < last);
    m_position->setText(tr("Step %1 of %2").arg(step() + 1).arg(last + 1));
}

} // namespace app::traces
