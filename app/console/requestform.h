// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestdraft.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace app::console {

class Field;

// A form for one real request to any endpoint, and its answer. It asks for the request by a signal and is
// told the answer; a newer request makes an older answer stale. What cannot be sent is said below the field
// that is wrong. GUI thread.
class RequestForm : public QWidget
{
    Q_OBJECT
public:
    RequestForm(const model::system::System &system,
                const std::vector<model::packaging::Packaging> &packagings,
                QWidget *parent = nullptr);

    void choose(int fleet, const model::system::CapabilityId &capability);
    // What became of the request of that number.
    void showAnswer(quint64 number, const services::platform::EndpointAnswer &answer);
    void showFailure(quint64 number, const QString &reason);

Q_SIGNALS:
    void sendWanted(quint64 number, const services::platform::EndpointCall &call);

private:
    void fillChoices();
    QWidget *buildAddress();
    QWidget *buildContent();
    QWidget *buildAnswer();
    void chooseEndpoint();
    void send();
    void logIn();
    void ask(services::platform::EndpointCall call, const model::system::CapabilityId &capability);
    const model::system::EndpointId *endpoint() const;
    RequestDraft draft() const;
    void complain(const std::vector<model::result::Error> &errors);
    std::vector<std::pair<QString, Field *>> fields() const;
    void showWords(const QString &status, const QString &body);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<model::system::EndpointId> m_endpoints; // by row of the box
    QComboBox *m_fleet;
    QComboBox *m_endpoint;
    QFormLayout *m_form;
    std::vector<std::pair<QString, Field *>> m_path; // by parameter name
    QLineEdit *m_query;
    QSpinBox *m_patience;
    QPlainTextEdit *m_body;
    QPlainTextEdit *m_headers;
    QLineEdit *m_session;
    Field *m_bodyField = nullptr;
    Field *m_headersField = nullptr;
    Field *m_sessionField = nullptr;
    QPushButton *m_send;
    QLabel *m_status;
    QPlainTextEdit *m_answer;
    quint64 m_number = 0;
    quint64 m_loginNumber = 0;
};

} // namespace app::console
