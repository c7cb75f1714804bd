// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerview.h"

#include "answerwords.h"
#include "codetext.h"
#include "jsoncolours.h"

#include <app/style/label.h>
#include <app/style/smallbutton.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using services::platform::EndpointAnswer;

namespace {

// For an answer that is there.
QPushButton *littleButton(const QString &words, const QString &tip)
{
    auto *button = style::smallButton(words, tip);
    button->setEnabled(false);
    return button;
}

} // namespace

AnswerView::AnswerView(const std::vector<model::packaging::Packaging> &packagings, QWidget *parent)
    : QWidget(parent)
    , m_packagings(packagings)
    , m_which(new QComboBox)
    , m_status(style::label({}, "heading"))
    , m_contract(style::label({}, "subtle"))
    , m_trace(littleButton(tr("Trace"), tr("Where the request went, and how long each part of it took")))
    , m_keep(littleButton(tr("Keep…"), tr("Keep what is selected below as a variable")))
    , m_body(new QPlainTextEdit)
    , m_colours(new JsonColours(m_body->document()))
{
    dressAsCode(*m_body);
    m_body->setReadOnly(true);
    m_body->setAccessibleName(tr("Answer"));
    m_which->setAccessibleName(tr("Whose answer"));
    m_which->hide();
    m_contract->setWordWrap(false);
    m_status->setWordWrap(false);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_which);
    head->addWidget(m_status, 1);
    head->addWidget(m_contract);
    head->addWidget(m_keep);
    head->addWidget(m_trace);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_body, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &AnswerView::refresh);
    connect(m_trace, &QPushButton::clicked, this, [this] {
        const auto &shown = m_answers[static_cast<size_t>(std::max(0, m_which->currentIndex()))];
        Q_EMIT traceWanted(shown.fleet, shown.trace);
    });
    connect(m_keep, &QPushButton::clicked, this,
            [this] { Q_EMIT keepWanted(m_body->textCursor().selectedText()); });
    connect(m_body, &QPlainTextEdit::selectionChanged, this,
            [this] { m_keep->setEnabled(m_body->textCursor().hasSelection()); });
    clear();
}

void AnswerView::setTheme(const style::Theme &theme)
{
    m_colours->setTheme(theme);
}

void AnswerView::expect(const std::vector<int> &fleets, const QString &words)
{
    m_answers.clear();
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const int fleet : fleets) {
        m_answers.push_back({fleet, words, {}, {}, {}});
        m_which->addItem(m_packagings[static_cast<size_t>(fleet)].title);
    }
    m_which->setVisible(fleets.size() > 1);
    refresh();
}

AnswerView::Shown *AnswerView::of(int fleet)
{
    const auto found = std::ranges::find(m_answers, fleet, &Shown::fleet);
    return found == m_answers.end() ? nullptr : &*found;
}

void AnswerView::showAnswer(int fleet, const EndpointAnswer &answer, const model::system::Contract *contract)
{
    auto *shown = of(fleet);
    if (shown == nullptr)
        return;
    *shown = {fleet, statusWords(answer, m_packagings[static_cast<size_t>(fleet)]),
              deviationWords(answer, contract), answerWords(answer), answer.trace};
    refresh();
}

void AnswerView::showFailure(int fleet, const QString &reason)
{
    auto *shown = of(fleet);
    if (shown == nullptr)
        return;
    *shown = {fleet, tr("✕ No answer"), {}, reason, {}};
    refresh();
}

void AnswerView::showWords(const QString &status)
{
    expect({}, {});
    m_status->setText(status);
}

void AnswerView::clear()
{
    showWords(tr("The answer appears here."));
}

void AnswerView::refresh()
{
    const auto at = static_cast<size_t>(std::max(0, m_which->currentIndex()));
    const Shown none;
    const auto &shown = at < m_answers.size() ? m_answers[at] : none;
    m_status->setText(shown.status);
    m_contract->setText(shown.deviations.section(u'\n', 0, 0));
    m_contract->setToolTip(style::tip(shown.deviations));
    m_trace->setEnabled(shown.trace != model::telemetry::TraceId{});
    if (m_body->toPlainText() != shown.body)
        m_body->setPlainText(shown.body);
}

} // namespace app::console
