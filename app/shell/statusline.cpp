// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusline.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::runtime::InstanceState;

namespace {

constexpr auto saidFor = 20s; // long enough to read a path, and to look for it

// Takes the room that there is; of what is too long the middle is left out.
class Message : public QLabel
{
public:
    Message()
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        style()->drawItemText(&painter, rect(), Qt::AlignRight | Qt::AlignVCenter, palette(), isEnabled(),
                              fontMetrics().elidedText(text(), Qt::ElideMiddle, width()), foregroundRole());
    }
};

QLabel *part(const QString &origin)
{
    auto *label = new QLabel;
    label->setProperty("kind", u"subtle"_s);
    label->setToolTip(origin);
    return label;
}

bool isListening(const services::runtime::InstanceStatus &status)
{
    return status.port != 0
        && (status.state == InstanceState::Healthy || status.state == InstanceState::Unresponsive
            || status.state == InstanceState::Draining);
}

} // namespace

StatusLine::StatusLine(const model::system::System &system, QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_life(part(StatusLine::tr("Measured by health checks")))
    , m_size(part(
          StatusLine::tr("Measured: instances that run, ports that listen, resident memory of this program")))
    , m_broker(part(StatusLine::tr("Measured: messages that are not acknowledged yet")))
    , m_said(new Message)
    , m_saying(this)
    , m_machine(part(StatusLine::tr(
          "Measured: threads of this program that wait for a processor, in the mean of the last "
          "seconds without faults. Slow and failed requests may come from it, and from no "
          "architecture.")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(24);
    row->addWidget(m_life);
    row->addWidget(m_size);
    row->addWidget(m_broker);
    row->addWidget(m_said, 1);
    row->addWidget(m_machine);
    m_saying.setSingleShot(true);
    m_saying.setInterval(saidFor);
    connect(&m_saying, &QTimer::timeout, this, [this] {
        m_said->clear();
        m_said->setToolTip({});
        comeOrGo();
    });
    m_life->setText(tr("○ Starting both systems…"));
}

void StatusLine::show(const services::platform::Snapshot &snapshot)
{
    int running = 0;
    int all = 0;
    int ports = 0;
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
    QStringList reasons;
    for (const auto &fleet : snapshot.fleets) {
        for (const auto &instance : fleet.instances) {
            ++all;
            ports += isListening(instance.status) ? 1 : 0;
            running += instance.status.state == InstanceState::Healthy ? 1 : 0;
        }
        for (const auto &queue : fleet.queues) {
            waiting += queue.depth;
            dead += queue.deadLetters;
            if (!queue.latestDead.empty())
                reasons.append(tr("%1, %2, from %3: %4")
                                   .arg(fleet.title, m_system.titleOf(queue.group),
                                        queue.latestDead.front().topic.value, queue.latestDead.front().why));
        }
    }
    showMachine(snapshot);
    if (all == 0)
        return; // the fleets are being made
    if (running == all)
        m_life->setText(tr("● Both systems live in this window"));
    else
        m_life->setText(tr("◐ %1 of %2 instances are up").arg(running).arg(all));
    m_size->setText(tr("%n instances · %1 ports · %L2 MB, measured", nullptr, running)
                        .arg(ports)
                        .arg(snapshot.memoryBytes / (1024 * 1024)));
    const QString broker = tr("Embedded broker: %L1 waiting").arg(waiting);
    m_broker->setText(dead == 0 ? broker : tr("%1 · %L2 set aside").arg(broker).arg(dead));
    reasons.prepend(tr("Measured: messages that are not acknowledged yet"));
    if (dead > 0)
        reasons.insert(1, tr("Set aside, because nobody could handle them:"));
    m_broker->setToolTip(reasons.join(u'\n'));
}

void StatusLine::say(const QString &words)
{
    put(u"✓ "_s, words);
}

void StatusLine::ask(const QString &words)
{
    put({}, words);
}

void StatusLine::put(const QString &sign, const QString &words)
{
    m_said->setText(sign + words);
    m_said->setToolTip(words);
    m_saying.start();
    comeOrGo();
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusLine::setBrief(bool isBrief)
{
    m_isBrief = isBrief;
    for (auto *figures : {m_life, m_size, m_broker})
        figures->setVisible(!isBrief);
    if (isBrief)
        m_machine->hide(); // else it comes with the next figures
    comeOrGo();
}

void StatusLine::comeOrGo()
{
    setVisible(!m_isBrief || !m_said->text().isEmpty());
}

void StatusLine::showMachine(const services::platform::Snapshot &snapshot)
{
    constexpr auto lately = std::chrono::seconds(20);
    double waiting = 0; // more of them than are at work
    for (const auto &fleet : snapshot.fleets) {
        const auto *steady = fleet.steady.get();
        if (steady != nullptr && snapshot.at - steady->until < lately
            && steady->latest.waiting > steady->latest.processors)
            waiting = std::max(waiting, steady->latest.waiting);
    }
    m_machine->setVisible(waiting > 0 && !m_isBrief);
    m_machine->setText(tr("◐ This computer is too busy: %L1 threads wait").arg(waiting, 0, 'f', 1));
}

} // namespace app::shell
