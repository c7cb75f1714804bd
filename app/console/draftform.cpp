// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draftform.h"

#include "codetext.h"
#include "field.h"

#include <app/style/label.h>

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using Place = FormField::Place;

namespace {

QLabel *nameOf(const QString &text, QWidget *of)
{
    auto *label = new QLabel(text);
    label->setBuddy(of);
    return label;
}

QFormLayout *narrowForm()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

} // namespace

DraftForm::DraftForm(QWidget *parent)
    : QWidget(parent)
    , m_form(narrowForm())
    , m_formBox(new QWidget)
    , m_rawSwitch(new QCheckBox(tr("Ra&w")))
    , m_hint(style::label({}, "subtle"))
    , m_query(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_headers(new QPlainTextEdit)
    , m_session(new QLineEdit)
{
    m_rawSwitch->setToolTip(style::tip(tr("Write the query and the body as they are sent")));
    m_formBox->setLayout(m_form);
    m_rawBox = buildRaw();
    m_headersPage = buildHeaders();
    m_formBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 6, 0);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_formBox);
    column->addWidget(m_rawBox, 1);
    column->addStretch(0);
    row->addLayout(column, 1);
    row->addWidget(m_rawSwitch, 0, Qt::AlignTop);
    connect(m_rawSwitch, &QCheckBox::toggled, this, &DraftForm::setRaw);
    m_rawBox->hide();
}

QWidget *DraftForm::buildRaw()
{
    dressAsCode(*m_body);
    m_body->setMinimumHeight(34);
    m_queryField = new Field(tr("Query"), m_query);
    m_bodyField = new Field(tr("Body"), m_body);
    for (auto *field : {m_queryField, m_bodyField})
        connect(field, &Field::wayOutTaken, this, &DraftForm::putTextsAway);
    auto *box = new QWidget;
    auto *form = narrowForm();
    form->addRow(nameOf(tr("Quer&y"), m_query), m_queryField);
    form->addRow(nameOf(tr("&Body"), m_body), m_bodyField);
    box->setLayout(form);
    return box;
}

QWidget *DraftForm::buildHeaders()
{
    dressAsCode(*m_headers);
    m_headers->setMinimumHeight(2 * m_headers->fontMetrics().lineSpacing() + 22); // two are usual
    m_headers->setPlaceholderText(tr("Name: value"));
    m_session->setPlaceholderText(tr("Nobody"));
    m_session->setToolTip(
        style::tip(tr("Sent as Authorization: Bearer. {{token}} is what the last log-in gave.")));
    m_headersField = new Field(tr("Headers"), m_headers);
    m_sessionField = new Field(tr("Session"), m_session);
    auto *logIn = new QPushButton(tr("Lo&g in a demo customer"));
    connect(logIn, &QPushButton::clicked, this, &DraftForm::logInWanted);
    auto *session = new QHBoxLayout;
    session->setSpacing(8);
    session->addWidget(m_sessionField, 1, Qt::AlignTop);
    session->addWidget(logIn, 0, Qt::AlignTop);
    auto *page = new QWidget;
    auto *form = narrowForm();
    form->setContentsMargins(0, 4, 6, 0);
    form->addRow(nameOf(tr("Sessi&on"), m_session), session);
    form->addRow(nameOf(tr("H&eaders"), m_headers), m_headersField);
    page->setLayout(form);
    return page;
}

void DraftForm::setEndpoint(const QString &operation,
                            const model::system::Contract *contract,
                            bool needsSession)
{
    for (auto *editor : m_editors)
        m_form->removeRow(editor);
    m_editors.clear();
    m_operation = operation;
    m_putAway.reset();
    m_fields = formFields(operation, contract);
    QStringList values;
    for (const auto &field : m_fields) {
        auto *line = new QLineEdit;
        auto *editor = new Field(field.title(), line);
        line->setPlaceholderText(field.shape.optional ? tr("May be left out") : QString());
        line->setToolTip(
            style::tip(u"%1 · %2"_s.arg(model::system::word(field.shape.kind), field.shape.description)));
        m_form->addRow(nameOf(field.title(), line), editor);
        editor->show(); // at once, not with the next event
        m_form->labelForField(editor)->show();
        m_editors.push_back(editor);
        values << (field.place != Place::Body && field.shape.optional && field.shape.example.contains(u"{{"_s)
                       ? QString()
                       : field.shape.example);
    }
    fillFields(values);
    const bool hasBody = RequestDraft{operation, {}, {}, {}, {}, {}}.hasBody();
    m_body->setPlainText(bodyOf(m_fields, values));
    m_query->setText(queryOf(m_fields, values));
    m_bodyField->setEnabled(hasBody);
    m_body->setPlaceholderText(hasBody ? tr("JSON") : tr("This method sends no body"));
    m_session->setText(needsSession ? u"{{token}}"_s : QString());
    setHint(contract == nullptr    ? tr("Its system declares no contract: write what it takes yourself.")
                : m_fields.empty() ? tr("It takes nothing but its address.")
                                   : QString());
    const QSignalBlocker quiet(m_rawSwitch);
    m_rawSwitch->setEnabled(contract != nullptr);
    m_rawSwitch->setChecked(contract == nullptr);
    m_rawBox->setVisible(contract == nullptr);
    m_formBox->setVisible(true);
    complain({});
}

void DraftForm::setHint(const QString &words)
{
    m_hint->setText(words);
    m_hint->setVisible(!words.isEmpty());
}

bool DraftForm::isRaw() const
{
    return m_rawSwitch->isChecked();
}

void DraftForm::setRaw(bool raw)
{
    if (raw && m_putAway.has_value() && m_putAway->values == values()) {
        m_body->setPlainText(m_putAway->body);
        m_query->setText(m_putAway->query);
    } else if (raw) {
        m_body->setPlainText(bodyOf(m_fields, values()));
        m_query->setText(queryOf(m_fields, values()));
    } else if (auto known = valuesOf(m_fields, m_body->toPlainText(), m_query->text())) {
        const auto before = values();
        for (size_t at = 0; at < m_fields.size(); ++at) {
            const auto index = static_cast<qsizetype>(at);
            if (m_fields[at].place == Place::Path)
                (*known)[index] = before[index];
        }
        fillFields(*known);
    } else {
        const QSignalBlocker quiet(m_rawSwitch);
        m_rawSwitch->setChecked(true);
        return refuseFields();
    }
    m_putAway.reset();
    complain({});
    showRaw(raw);
}

void DraftForm::refuseFields()
{
    const QString body = m_body->toPlainText();
    const bool isOfQuery = !valuesOf(m_fields, {}, m_query->text()).has_value();
    const auto fault = isOfQuery || body.trimmed().isEmpty() ? std::nullopt : faultOf(body);
    const QString words = fault.has_value()
        ? tr("%1 The fields can take it over once it is.").arg(fault->words)
        : tr("The form has no field for all of this, so it stays as you wrote it.");
    complain({});
    auto *field = isOfQuery ? m_queryField : m_bodyField;
    field->complain(words, tr("Discard the text"));
    field->visit(fault.has_value() ? fault->place : -1);
}

void DraftForm::putTextsAway()
{
    m_putAway = PutAway{m_query->text(), m_body->toPlainText(), values()};
    const QSignalBlocker quiet(m_rawSwitch);
    m_rawSwitch->setChecked(false);
    complain({});
    showRaw(false);
    setHint(tr("Tick Raw again before you change a field, and the discarded text is back."));
    m_rawSwitch->setFocus(Qt::OtherFocusReason);
}

// The parameters of the path are fields in either way.
void DraftForm::showRaw(bool raw)
{
    m_rawBox->setVisible(raw);
    for (size_t at = 0; at < m_fields.size(); ++at) {
        const bool isShown = !raw || m_fields[at].place == Place::Path;
        m_editors[at]->setVisible(isShown);
        m_form->labelForField(m_editors[at])->setVisible(isShown);
    }
}

void DraftForm::fillFields(const QStringList &values)
{
    for (size_t at = 0; at < m_editors.size(); ++at)
        static_cast<QLineEdit *>(m_editors[at]->editor())->setText(values.value(static_cast<qsizetype>(at)));
}

QStringList DraftForm::values() const
{
    QStringList all;
    for (const auto *editor : m_editors)
        all << static_cast<QLineEdit *>(editor->editor())->text();
    return all;
}

RequestDraft DraftForm::draft() const
{
    RequestDraft draft;
    draft.operation = m_operation;
    const auto filled = values();
    for (size_t at = 0; at < m_fields.size(); ++at) {
        if (m_fields[at].place == Place::Path)
            draft.parameters.push_back({m_fields[at].title(), filled[static_cast<qsizetype>(at)]});
    }
    draft.query = isRaw() ? m_query->text() : queryOf(m_fields, filled);
    draft.body = isRaw() ? m_body->toPlainText() : bodyOf(m_fields, filled);
    draft.headers = m_headers->toPlainText();
    draft.session = m_session->text().trimmed();
    return draft;
}

void DraftForm::setDraft(const RequestDraft &draft)
{
    m_putAway.reset();
    m_query->setText(draft.query);
    m_body->setPlainText(draft.body);
    m_headers->setPlainText(draft.headers);
    m_session->setText(draft.session);
    auto known = valuesOf(m_fields, draft.body, draft.query);
    auto filled = known.value_or(values());
    for (size_t at = 0; at < m_fields.size(); ++at) {
        const auto said
            = std::ranges::find(draft.parameters, m_fields[at].title(), &RequestDraft::Parameter::name);
        if (m_fields[at].place == Place::Path && said != draft.parameters.end())
            filled[static_cast<qsizetype>(at)] = said->value;
    }
    fillFields(filled);
    const bool raw = !known.has_value() || !m_rawSwitch->isEnabled();
    const QSignalBlocker quiet(m_rawSwitch);
    m_rawSwitch->setChecked(raw);
    showRaw(raw);
}

} // namespace app::console
