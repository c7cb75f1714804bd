// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instancelist.h"

#include <app/style/label.h>
#include <app/wording/figures.h>
#include <app/wording/health.h>
#include <app/wording/instances.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using services::runtime::InstanceState;

InstanceList::InstanceList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void InstanceList::setTheme(const style::Theme &theme)
{
    m_theme = theme;
}

void InstanceList::addLine()
{
    auto line = std::make_unique<Line>();
    line->widget = new QWidget;
    line->name = new QLabel;
    line->details = style::label({}, "subtle");
    line->verb = new QPushButton;
    auto *row = new QHBoxLayout(line->widget);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(line->name);
    words->addWidget(line->details);
    row->addLayout(words, 1);
    row->addWidget(line->verb);
    Line *kept = line.get();
    connect(line->verb, &QPushButton::clicked, this, [this, kept] {
        if (kept->isDead)
            Q_EMIT restartWanted(kept->id);
        else
            Q_EMIT crashWanted(kept->id);
    });
    line->verb->installEventFilter(this);
    m_column->addWidget(line->widget);
    m_lines.push_back(std::move(line));
}

void InstanceList::show(const std::vector<const services::platform::InstanceSnapshot *> &instances,
                        const model::packaging::Packaging &packaging,
                        int megabytes,
                        model::telemetry::Instant now)
{
    while (m_lines.size() < instances.size())
        addLine();
    for (size_t index = 0; index < m_lines.size(); ++index) {
        const bool used = index < instances.size();
        m_lines[index]->widget->setVisible(used);
        if (!used)
            continue;
        m_lines[index]->title = wording::nameOf(instances[index]->status.id, packaging);
        fill(*m_lines[index], *instances[index], megabytes, now);
        m_lines[index]->verb->setVisible(instances.size() > 1);
    }
}

void InstanceList::fill(Line &line,
                        const services::platform::InstanceSnapshot &instance,
                        int megabytes,
                        model::telemetry::Instant now)
{
    const auto &status = instance.status;
    const auto health = wording::healthOf(status.state);
    line.id = status.id;
    line.isDead = status.state == InstanceState::Crashed || status.state == InstanceState::Failed
        || status.state == InstanceState::Stopped;
    line.name->setText(u"<span style='color:%1'>%2</span> %3"_s.arg(
        m_theme.color(wording::roleOf(health)).name(), wording::mark(health), line.title.toHtmlEscaped()));
    const QString address = status.port == 0 ? tr("no port") : u"127.0.0.1:%1"_s.arg(status.port);
    const QString figures = status.state == InstanceState::Healthy
        ? tr("CPU %L1 %, measured").arg(100 * instance.cpuShare, 0, 'f', 1)
        : tr("%1 %2").arg(wording::words(status.state), wording::ago(now - status.since));
    line.details->setText(
        QStringList{address, figures, tr("%L1 MB, declared").arg(megabytes)}.join(u" · "_s).replace(
            u" MB"_s, u"\u00a0MB"_s)); // stays with its number
    line.details->setToolTip(style::tip(
        status.reason.has_value()
            ? status.reason->message
            : tr("CPU measured on this instance's thread; memory as declared for what the unit holds")));
    line.verb->setProperty("harms", !line.isDead);
    line.verb->setText(line.isDead ? tr("Restart") : tr("Crash"));
    line.verb->setAccessibleName(tr("%1 %2").arg(line.verb->text(), line.title));
    line.verb->setEnabled(status.state != InstanceState::Draining);
}

bool InstanceList::eventFilter(QObject *watched, QEvent *event)
{
    const auto line = std::ranges::find(m_lines, watched, [](const auto &each) { return each->verb; });
    if (line != m_lines.end()) {
        if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)
            Q_EMIT crashPondered(!(*line)->isDead);
        if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut)
            Q_EMIT crashPondered(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace app::inspector
