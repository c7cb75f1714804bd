// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linespage.h"

#include "callfigures.h"

#include <app/style/label.h>
#include <app/wording/figures.h>
#include <app/wording/policies.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::operation::CallPolicies;
using model::operation::PolicyBook;
using model::telemetry::BreakerState;
using style::label;

LinesPage::LinesPage(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings,
                     QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_words(label(tr("Policies of all that it calls, declared"), "subtle"))
    , m_protection(new QComboBox)
{
    for (const auto &name : model::operation::policyBookNames())
        m_protection->addItem(wording::policies(name), name);
    m_protection->setSizeAdjustPolicy(
        QComboBox::AdjustToMinimumContentsLengthWithIcon); // as wide as there is room
    m_protection->setAccessibleName(m_words->text());
    m_protection->setPlaceholderText(wording::policies(QString()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_words);
    column->addWidget(m_protection);
    column->addStretch(1);
    connect(m_protection, &QComboBox::activated, this,
            [this](int index) { protectAll(m_protection->itemData(index).toString()); });
}

void LinesPage::select(const Subject &subject)
{
    if (subject.fleet != m_subject.fleet)
        m_seen.reset();
    m_subject = subject;
    m_isOutdated = true;
    if (isVisible())
        makeAnew();
}

void LinesPage::showEvent(QShowEvent *event)
{
    catchUp();
    QWidget::showEvent(event);
}

void LinesPage::catchUp()
{
    if (m_isOutdated)
        makeAnew();
    showFigures();
}

void LinesPage::makeAnew()
{
    m_isOutdated = false;
    m_entries.clear();
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    const auto &packaging = m_packagings[static_cast<size_t>(m_subject.fleet)];
    const auto lines = linesOf(m_system, packaging, m_subject);
    m_outgoing = lines.outgoing;
    addGroup(tr("It calls"), lines.outgoing, *column);
    addGroup(tr("It is called by"), lines.incoming, *column);
    m_words->setVisible(!m_outgoing.empty());
    m_protection->setVisible(!m_outgoing.empty());
    if (m_entries.empty())
        column->addWidget(
            label(tr("It calls nobody, and nobody calls it: only messages connect it."), "subtle"));
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_content);
    m_content->show(); // at once, not with the next event
}

void LinesPage::addGroup(const QString &title, const std::vector<Line> &lines, QVBoxLayout &column)
{
    if (lines.empty())
        return;
    column.addSpacing(m_entries.empty() ? 0 : 8);
    column.addWidget(label(title, "heading"));
    const bool isWhole = !m_subject.capability.has_value(); // then each end is worth its name
    const bool isOutgoing = lines == m_outgoing;
    for (const auto &line : lines) {
        const QString other = isOutgoing ? tr("→ %1").arg(calleesOf(m_system, line))
                                         : tr("← %1").arg(callersOf(m_system, line));
        auto *button = new QPushButton(isWhole ? titleOf(m_system, line) : other);
        button->setProperty("kind", u"row"_s);
        button->setAccessibleName(tr("Policies of the calls %1").arg(titleOf(m_system, line)));
        auto *figures = label({}, "subtle");
        figures->setWordWrap(false);
        auto *row = new QHBoxLayout;
        row->addWidget(button, 1);
        row->addWidget(figures);
        column.addLayout(row);
        connect(button, &QPushButton::clicked, this, [this, line] { Q_EMIT lineWanted(line); });
        m_entries.push_back({line, button, figures});
    }
}

void LinesPage::show(const services::platform::FleetSnapshot &fleet)
{
    auto &seen = m_seen.has_value() ? *m_seen : m_seen.emplace();
    seen.links = fleet.links;
    seen.calls = fleet.calls;
    seen.policies = fleet.policies;
    if (isVisible())
        showFigures();
}

void LinesPage::showFigures()
{
    if (!m_seen.has_value())
        return;
    for (const auto &entry : m_entries) {
        const auto totals = totalsOf(*m_seen, entry.line);
        const bool isShut = totals.breaker.value_or(BreakerState::Closed) != BreakerState::Closed;
        entry.figures->setText(isShut ? words(totals.breaker) : wording::perSecond(totals.perSecond));
        entry.figures->setToolTip(tr("Measured over the last second"));
    }
    showProtection(m_seen->policies);
}

void LinesPage::showProtection(const PolicyBook &book)
{
    if (m_protection->view()->isVisible())
        return; // somebody is choosing
    const auto isAll = [&](const CallPolicies &policies) {
        return std::ranges::all_of(m_outgoing, [&](const Line &line) {
            return std::ranges::all_of(line.calls,
                                       [&](const auto &call) { return book.of(call) == policies; });
        });
    };
    int shown = -1;
    for (int index = 0; index < m_protection->count(); ++index) {
        const auto named = model::operation::policyBookNamed(m_protection->itemData(index).toString());
        if (named.has_value() && isAll(named->calls))
            shown = index;
    }
    m_protection->setCurrentIndex(shown);
}

void LinesPage::protectAll(const QString &name)
{
    const auto book = model::operation::policyBookNamed(name);
    for (const auto &line : m_outgoing) {
        for (const auto &call : line.calls)
            Q_EMIT policiesWanted(m_subject.fleet, model::operation::CallChange{call, book->calls});
    }
}

} // namespace app::inspector
