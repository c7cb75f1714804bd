// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formfields.h"
#include "requestdraft.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace app::console {

class Field;

// Where a person writes a request to one endpoint: a field for each value of its contract or, raw, the query
// and the body as they are sent; headers and the customer's session. What cannot be sent is said below the
// field that is wrong. GUI thread.
class DraftForm : public QWidget
{
    Q_OBJECT
public:
    explicit DraftForm(QWidget *parent = nullptr);

    // Begins a request to it, with the contract's examples. Null: nothing is known of it, and it is written
    // raw.
    void setEndpoint(const QString &operation, const model::system::Contract *contract, bool needsSession);
    RequestDraft draft() const;
    // One to the same endpoint.
    void setDraft(const RequestDraft &draft);
    // Below the fields; nothing is wrong with the others. The keyboard goes to the first.
    void complain(const std::vector<Complaint> &complaints);
    // What is wrong with the form's values by themselves.
    std::vector<Complaint> complaints() const;

    QWidget &headersPage() { return *m_headersPage; } // for a place of its own; taken over with its parent
    bool isRaw() const;

Q_SIGNALS:
    void logInWanted();

private:
    QWidget *buildRaw();
    QWidget *buildHeaders();
    void setHint(const QString &words);
    void setRaw(bool raw);
    void showRaw(bool raw);
    // Why the fields cannot take the raw texts over, with a way out.
    void refuseFields();
    void putTextsAway();
    void fillFields(const QStringList &values);
    QStringList values() const;
    std::vector<std::pair<QString, Field *>> places() const;

    // Raw texts which gave way to the fields, as these were then.
    struct PutAway
    {
        QString query;
        QString body;
        QStringList values;
    };
    QString m_operation;
    std::vector<FormField> m_fields;
    std::vector<Field *> m_editors; // by field
    QFormLayout *m_form;
    QWidget *m_formBox;
    QCheckBox *m_rawSwitch;
    QLabel *m_hint;
    QWidget *m_rawBox;
    QLineEdit *m_query;
    QPlainTextEdit *m_body;
    QWidget *m_headersPage;
    QPlainTextEdit *m_headers;
    QLineEdit *m_session;
    Field *m_queryField = nullptr;
    Field *m_bodyField = nullptr;
    Field *m_headersField = nullptr;
    Field *m_sessionField = nullptr;
    std::optional<PutAway> m_putAway;
};

} // namespace app::console
